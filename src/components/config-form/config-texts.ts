import { type ConfigField, controlName } from "./config-field";

/**
 * What the controls of a form hold, by the name of the control: numbers and words as text, a switch
 * as `on` or nothing. Every setting has an entry; a blank one is not given.
 */
export type ConfigTexts = Record<string, string>;

type Config = Readonly<Record<string, unknown>>;

/** What the controls hold for a configuration. A switch that it leaves out is as it is by itself. */
export function configTexts(fields: readonly ConfigField[], config: Config): ConfigTexts {
  return Object.assign({}, ...fields.map((field) => textsOf(field, config)));
}

/** What the controls hold when nothing was chosen yet, but for the given settings. */
export function usualTexts(fields: readonly ConfigField[], config: Config = {}): ConfigTexts {
  return configTexts(fields, mergeUsual(fields, config));
}

function textsOf(field: ConfigField, config: Config): ConfigTexts {
  const value = config[lastKey(field.name)];
  if (field.kind === "group") return configTexts(field.fields, Object(value ?? {}));
  const name = controlName(field.name);
  if (field.kind === "boolean") return { [name]: (value ?? field.default) === true ? "on" : "" };
  return { [name]: value === undefined || value === null ? "" : String(value) };
}

function mergeUsual(fields: readonly ConfigField[], config: Config): Config {
  const entries = fields.map((field) => {
    const key = lastKey(field.name);
    const given = config[key];
    if (field.kind === "group") return [key, mergeUsual(field.fields, Object(given ?? {}))];
    if (field.kind === "number" && field.prefilled) return [key, given ?? field.default];
    return [key, given];
  });
  return Object.fromEntries(entries);
}

const lastKey = (name: string) => name.slice(name.lastIndexOf(".") + 1);
