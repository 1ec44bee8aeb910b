import type { FieldSchema } from "./config-fields";

/** What a field may hold: `a number from 0 to 1`, `one of a, b`; empty when anything goes. */
export function describeRange(schema: FieldSchema, prefix = ""): string {
  const range = schema.enum ? `one of ${schema.enum.join(", ")}` : (describeNumbers(schema) ?? "");
  return range && [prefix, range].filter(Boolean).join(" ");
}

function describeNumbers({ type, minimum, maximum }: FieldSchema): string | null {
  if (type !== "number" && type !== "integer") return null;
  const kind = type === "integer" ? "a whole number" : "a number";
  if (minimum !== undefined && maximum !== undefined)
    return `${kind} from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${kind} of at least ${minimum}`;
  return maximum === undefined ? kind : `${kind} of at most ${maximum}`;
}
