import { describeConfig } from "../config-form/describe-config";
import type { ConfigField } from "../config-form/config-field";
import { usualSettings } from "@/domain/usual-settings";
import type { RunRecord } from "@/domain/records";

type Subject = Pick<RunRecord, "model_type" | "execution_config">;

/** One setting of a run, in words. */
export interface Parameter {
  /** Dotted path in `execution_config`. */
  name: string;
  title: string;
  /** Null where it was not given. */
  value: string | null;
  /** What the other run has; undefined where its operation has no such setting, or without one. */
  other: string | null | undefined;
  differs: boolean;
  /** It is what the model takes when nothing is given. */
  usual: boolean;
}

/** Texts and input, which are no fields of a form but make a difference. */
const givens = [
  ["prompt_text", "Prompt"],
  ["negative_prompt", "Negative prompt"],
  ["input_video", "Input video"],
] as const;

/**
 * The settings of a run under the names that its form has, beside those of another run. What differs
 * comes first; what neither has is left out, and so are equal texts.
 */
export function listParameters(run: Subject, other: Subject | null): Parameter[] {
  const usual = usualSettings(run.model_type, run.execution_config.model);
  const known = new Set(other ? flatten(describeConfig(other.model_type)).map(nameOf) : []);
  const settings = flatten(describeConfig(run.model_type)).map((field) => {
    const mine = readAt(run.execution_config, field.name);
    const theirs =
      other && known.has(field.name) ? readAt(other.execution_config, field.name) : undefined;
    return {
      name: field.name,
      title: field.title,
      value: inWords(field, mine),
      other: known.has(field.name) ? inWords(field, theirs) : undefined,
      differs: known.has(field.name) && !same(mine, theirs),
      usual: isGiven(mine) && same(mine, readAt(usual, field.name)),
    };
  });
  const rows = [...settings, ...(other ? differingGivens(run, other) : [])].filter(
    ({ value, other: theirs }) => value !== null || (theirs ?? null) !== null,
  );
  return [...rows.filter(({ differs }) => differs), ...rows.filter(({ differs }) => !differs)];
}

function differingGivens(run: Subject, other: Subject): Parameter[] {
  return givens.flatMap(([name, title]) => {
    const mine = run.execution_config[name];
    const theirs = other.execution_config[name];
    if (same(mine, theirs)) return [];
    const [value, rest] = [mine, theirs].map((text) => (isGiven(text) ? String(text) : null));
    return [
      { name, title, value: value ?? null, other: rest ?? null, differs: true, usual: false },
    ];
  });
}

function flatten(fields: readonly ConfigField[]): Exclude<ConfigField, { kind: "group" }>[] {
  return fields.flatMap((field) => (field.kind === "group" ? flatten(field.fields) : [field]));
}

const nameOf = ({ name }: ConfigField) => name;
const isGiven = (value: unknown) => value !== undefined && value !== null && value !== "";
const same = (one: unknown, other: unknown) => one === other || (!isGiven(one) && !isGiven(other));

function readAt(config: Record<string, unknown>, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    return typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)[key]
      : undefined;
  }, config);
}

function inWords(field: ConfigField, value: unknown): string | null {
  if (!isGiven(value)) return null;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (field.kind === "choice") {
    return field.options.find((option) => option.value === String(value))?.label ?? String(value);
  }
  return field.kind === "number" && field.unit ? `${String(value)} ${field.unit}` : String(value);
}
