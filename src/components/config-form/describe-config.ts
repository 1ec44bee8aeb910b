import { z } from "zod";
import { models } from "@/domain/models/registry";
import { getOperation, type ModelType } from "@/domain/operations/registry";
import type { ConfigField } from "./config-field";

type Schema = z.core.JSONSchema.JSONSchema & Record<string, unknown>;

/** The settings of an operation that a person may give, in the order of its schema. */
export function describeConfig(type: ModelType): ConfigField[] {
  const schema = z.toJSONSchema(getOperation(type).config, { io: "input", unrepresentable: "any" });
  return describeProperties(schema as Schema, "").map((field) => {
    if (field.name === "model") return modelField(field, type);
    return field.kind === "number" ? { ...field, prefilled: !isModels(field.name, type) } : field;
  });
}

/** True when a model has a value of its own for a setting that was not given. */
function isModels(setting: string, type: ModelType): boolean {
  return Object.values(models).some(
    (model) => model.operations[type]?.defaults?.[setting] !== undefined,
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
    apart: schema.apart === true,
  };
  if (schema.type === "object") {
    return { ...common, kind: "group", fields: describeProperties(schema, `${name}.`) };
  }
  if (schema.type === "boolean") {
    return { ...common, kind: "boolean", default: schema.default === true };
  }
  if (schema.enum) {
    const options = schema.enum.map((value) => ({ value: `${value}`, label: words(`${value}`) }));
    const numeric = schema.type === "number";
    const blank = typeof schema.blank === "string" ? schema.blank : "None";
    return { ...common, kind: "choice", options, numeric, blank };
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
      zero: typeof schema.zero === "string" ? schema.zero : undefined,
      random: schema.random === true,
      prefilled: true,
    };
  }
  return { ...common, kind: "text", max_length: schema.maxLength };
}

function modelField(field: ConfigField, type: ModelType): ConfigField {
  const able = Object.values(models).filter((model) => model.operations[type]);
  const options = able.map(({ name, label }) => ({ value: name, label }));
  const { name, title, description, advanced, apart } = field;
  const common = { name, title, description, advanced, apart };
  return { ...common, kind: "choice", options, numeric: false, blank: "Server's default" };
}

const words = (value: string) => {
  const text = value.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};
