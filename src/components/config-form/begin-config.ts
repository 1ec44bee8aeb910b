import { type ConfigChoice, type KnownRun, listChoices } from "./config-choices";
import { type ConfigField, controlName } from "./config-field";
import type { ConfigTexts } from "./config-texts";
import type { ModelTraits } from "./model-traits";

/** What a form of settings is made from. */
export interface ConfigSource {
  fields: readonly ConfigField[];
  /** The models that can do it. */
  models: readonly ModelTraits[];
  /** Name of the model that performs it when none is chosen. */
  default_model: string;
  /** Name of the choice that the form begins with; its first when there is no such. */
  choice?: string | undefined;
  last?: KnownRun | undefined;
  origin?: KnownRun | undefined;
}

export const modelControl = controlName("model");

/** What a form offers while its controls hold these texts, and the model that would perform it. */
export function offerChoices(source: ConfigSource, texts: ConfigTexts) {
  const name = texts[modelControl] || source.default_model;
  const model = source.models.find((each) => each.name === name);
  return { model, choices: listChoices({ ...source, model }) };
}

/** The choice of this name, or else the first. */
export function findChoice(
  choices: readonly ConfigChoice[],
  name: string | undefined,
): ConfigChoice | undefined {
  return choices.find((choice) => choice.name === name) ?? choices[0];
}

/** What the controls hold once a choice was made where they held something before. */
export function takeChoice(
  fields: readonly ConfigField[],
  choice: ConfigChoice,
  before: ConfigTexts,
): ConfigTexts {
  if (choice.whole) return choice.texts;
  const kept = fields.filter(({ apart }) => apart).map(({ name }) => controlName(name));
  return {
    ...choice.texts,
    ...Object.fromEntries(kept.map((name) => [name, before[name] ?? ""])),
  };
}

/** What the controls hold at first. */
export function beginConfig(source: ConfigSource): ConfigTexts {
  const first = offerChoices(source, {}).choices[0]?.texts ?? {};
  const choice = findChoice(offerChoices(source, first).choices, source.choice);
  return choice ? takeChoice(source.fields, choice, first) : first;
}
