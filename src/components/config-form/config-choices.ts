import type { ConfigField } from "./config-field";
import { type ConfigTexts, configTexts, usualTexts } from "./config-texts";
import type { ModelTraits } from "./model-traits";

/** Settings of a whole form that a person can choose at once. */
export interface ConfigChoice {
  /** Its name in addresses. */
  name: string;
  label: string;
  description: string;
  texts: ConfigTexts;
  /** It also brings what no preset touches, such as the seed. */
  whole: boolean;
}

/** A run whose settings can be taken over. */
export interface KnownRun {
  id: string;
  execution_config: Readonly<Record<string, unknown>>;
}

interface Offered {
  fields: readonly ConfigField[];
  /** The model that would perform the run; undefined when it is not known. */
  model: ModelTraits | undefined;
  /** The latest run of the prompt. */
  last?: KnownRun | undefined;
  /** The run that is done again. */
  origin?: KnownRun | undefined;
}

const standard = {
  name: "standard",
  label: "Standard",
  description: "Every setting as it usually is.",
  whole: false,
};

/** What a form offers, the one it begins with first. */
export function listChoices({ fields, model, last, origin }: Offered): ConfigChoice[] {
  const known = (run: KnownRun) => ({ texts: configTexts(fields, run.execution_config) });
  const presets = (model?.presets ?? []).map(({ config, ...preset }) => ({
    ...preset,
    texts: usualTexts(fields, config),
    whole: false,
  }));
  return [
    ...(origin ? [{ ...asIn(origin), label: "As in the run", ...known(origin) }] : []),
    { ...standard, texts: usualTexts(fields) },
    ...presets,
    ...(last ? [{ ...asIn(last), name: "last", label: "Last used", ...known(last) }] : []),
  ];
}

const asIn = ({ id }: KnownRun) => ({
  name: "origin",
  description: `Every setting as in run ${id}.`,
  whole: true,
});
