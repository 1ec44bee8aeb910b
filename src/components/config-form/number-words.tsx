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

/** Whether the number is 0 and that says something of its own. */
export function meansZero({ zero }: NumberField, text: string): boolean {
  return zero !== undefined && text.trim() !== "" && Number(text) === 0;
}

/** Says beside the title what the number means: a control that is left out, a seed that is fixed. */
export function NumberNote({ field, text }: { field: NumberField; text: string }) {
  if (meansZero(field, text)) return <span className="text-warning text-xs">{field.zero}</span>;
  if (!field.random) return null;
  if (text.trim() === "") return <span className="text-muted text-xs">the model's own</span>;
  return (
    <span className="inline-flex items-center gap-1 text-muted text-xs">
      <Lock aria-hidden className="size-3" />
      fixed
    </span>
  );
}
