import { InvalidArgumentError, Option } from "commander";
import type { ConfigField, FieldSchema } from "./config-fields";
import { describeRange } from "./describe-range";

/** The `execution_config` that the given options spell; what was not given is left to the server. */
export function readConfig(
  fields: readonly ConfigField[],
  options: Record<string, unknown>,
): Record<string, unknown> {
  const given = fields.flatMap((field) => {
    const value = options[configOption(field).attributeName()];
    return value === undefined ? [] : [[field.key, value]];
  });
  return Object.fromEntries(given);
}

/** The option of one field; its value is left as given where it is not a number. */
export function configOption(field: ConfigField): Option {
  const option = new Option(`--${field.flag}${placeholder(field)}`, helpText(field));
  if (field.parts) option.argParser((text: string) => toParts(field, text));
  else if (isNumeric(field.schema)) option.argParser(toNumber);
  return option;
}

function placeholder(field: ConfigField): string {
  if (field.parts) return ` <${field.parts.map((part) => part.charAt(0).toUpperCase()).join(" ")}>`;
  if (field.schema.type === "boolean") return "";
  if (isNumeric(field.schema)) return " <number>";
  return field.schema.enum ? " <name>" : " <text>";
}

function helpText(field: ConfigField): string {
  const { title, description, unit, properties } = field.schema;
  const [part] = Object.values(properties ?? {});
  const limits = [
    field.parts?.join(", "),
    describeRange(part ?? field.schema, part && "each"),
    unit,
    describeDefault(part ?? field.schema),
  ];
  const text = `${title}: ${description}`;
  const limit = limits.filter(Boolean).join("; ");
  return limit ? `${text.replace(/\.$/, "")} (${limit}).` : text;
}

function describeDefault(schema: FieldSchema): string | undefined {
  return schema.default === undefined ? undefined : `default ${JSON.stringify(schema.default)}`;
}

const isNumeric = (schema: FieldSchema) => schema.type === "number" || schema.type === "integer";

function toNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value))
    throw new InvalidArgumentError("It must be a number.");
  return value;
}

function toParts(field: ConfigField, text: string): Record<string, number> {
  const parts = field.parts ?? [];
  const values = text.split(/[\s,]+/).filter(Boolean);
  if (values.length !== parts.length || values.some((value) => Number.isNaN(Number(value)))) {
    throw new InvalidArgumentError(`It takes ${parts.length} numbers: ${parts.join(", ")}.`);
  }
  return Object.fromEntries(parts.map((part, index) => [part, Number(values[index])]));
}
