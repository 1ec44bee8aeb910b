import { Lock } from "lucide-react";
import type { NumberField } from "./config-field";
import type { ModelTraits } from "./model-traits";

// Bounds beyond this are those of the machine and tell nobody anything.
const LARGE = 1_000_000;

/** What a model takes when the number is not given; null where only the model knows. */
export function usualNumber(field: NumberField, model: ModelTraits | undefined): number | null {
  const own = model?.defaults[field.name];
  if (own === null) return null;
  return typeof own === "number" ? own : (field.default ?? null);
}

/** The hint of a number: what it does, its bounds and what is usual. */
export function describeNumber(field: NumberField, model: ModelTraits | undefined): string {
  const { description, min, max } = field;
  const bounded = min !== undefined && max !== undefined && max < LARGE;
  const usual = usualNumber(field, model);
  const facts = [bounded && `${min} to ${max}`, usual !== null && `usually ${usual}`].filter(
    Boolean,
  );
  const [first, ...rest] = facts.join(", ");
  return first === undefined
    ? description
    : `${description} ${first.toUpperCase()}${rest.join("")}.`;
}

/** Says beside a seed whether it will be the same again. */
export function SeedNote({ text }: { text: string }) {
  if (text.trim() === "") return <span className="text-muted text-xs">the model's own</span>;
  return (
    <span className="inline-flex items-center gap-1 text-muted text-xs">
      <Lock aria-hidden className="size-3" />
      fixed
    </span>
  );
}
