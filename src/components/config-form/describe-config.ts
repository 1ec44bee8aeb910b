import { z } from "zod";
import { models } from "@/domain/models/registry";
import { getOperation, type ModelType } from "@/domain/operations/registry";
import type { ConfigField } from "./config-field";

type Schema = z.core.JSONSchema.JSONSchema & Record<string, unknown>;

/** The settings of an operation that a person may give, in the order of its schema. */
export function describeConfig(type: ModelType): ConfigField[] {
  const schema = z.toJSONSchema(getOperation(type).config, { io: "input", unrepresentable: "any" });
  return describeProperties(schema as Schema, "").map((field) =>
    field.name === "model" ? modelField(field, type) : field,
  );
}

function describeProperties(schema: Schema, prefix: string): ConfigField[] {
  return Object.entries(schema.properties ?? {})
    .map(([key, value]) => [prefix + key, value as Schema] as const)
    .filter(([, property]) => !property.hidden)
    .map(([name, property]) => describeField(name, property));
}

function describeField(name: string, schema: Schema): ConfigField {
  const common = {
    name,
    title: schema.title ?? name,
    description: schema.description ?? "",
    advanced: schema.advanced === true,
  };
  if (schema.type === "object") {
    return { ...common, kind: "group", fields: describeProperties(schema, `${name}.`) };
  }
  if (schema.type === "boolean") {
    return { ...common, kind: "boolean", default: schema.default === true };
  }
  if (schema.enum) {
    const options = schema.enum.map((value) => ({ value: `${value}`, label: words(`${value}`) }));
    return { ...common, kind: "choice", options, blank: "None" };
  }
  if (schema.type === "number" || schema.type === "integer") {
    const integer = schema.type === "integer";
    return {
      ...common,
      kind: "number",
      integer,
      min: schema.minimum,
      max: schema.maximum,
      step: typeof schema.step === "number" ? schema.step : integer ? 1 : 0.01,
      unit: typeof schema.unit === "string" ? schema.unit : undefined,
      default: typeof schema.default === "number" ? schema.default : undefined,
    };
  }
  return { ...common, kind: "text", max_length: schema.maxLength };
}

function modelField(field: ConfigField, type: ModelType): ConfigField {
  const able = Object.values(models).filter((model) => model.operations[type]);
  const options = able.map(({ name, label }) => ({ value: name, label }));
  const { name, title, description, advanced } = field;
  return { name, title, description, advanced, kind: "choice", options, blank: "Server's default" };
}

const words = (value: string) => {
  const text = value.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};
