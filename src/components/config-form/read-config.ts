import { type ConfigField, controlName } from "./config-field";

type Config = Record<string, unknown>;

/** A submitted form, or what a form holds at the moment. */
interface Answers {
  get(name: string): unknown;
}

/** The `execution_config` that a submitted form stands for; blank settings are left out. */
export function readConfig(fields: readonly ConfigField[], form: Answers): Config {
  const config: Config = {};
  for (const field of fields) {
    const value = readField(field, form);
    if (value !== undefined) config[lastKey(field.name)] = value;
  }
  return config;
}

function readField(field: ConfigField, form: Answers): unknown {
  if (field.kind === "group") return readConfig(field.fields, form);
  const given = form.get(controlName(field.name));
  // A switch that is off by itself was not touched.
  if (field.kind === "boolean")
    return given === null && !field.default ? undefined : given !== null;
  if (typeof given !== "string" || given.trim() === "") return undefined;
  // What is no number goes on as it is, so that the schema can say so.
  const numeric = field.kind === "number" || (field.kind === "choice" && field.numeric);
  if (numeric) return Number.isNaN(Number(given)) ? given : Number(given);
  return given;
}

const lastKey = (name: string) => name.slice(name.lastIndexOf(".") + 1);
