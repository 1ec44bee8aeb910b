"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type ConfigField, controlName } from "./config-field";
import { type ConfigChoice, type KnownRun, listChoices } from "./config-choices";
import type { ConfigTexts } from "./config-texts";
import type { ConfigValues } from "./config-values";
import { listChanges } from "./list-changes";
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

interface Sent {
  /** What a refused form held. */
  values?: Readonly<Record<string, string>> | undefined;
  field_errors?: Readonly<Record<string, string>> | undefined;
}

export interface ConfigFormState extends ConfigValues {
  /** The model that would perform the run. */
  model: ModelTraits | undefined;
  choices: readonly ConfigChoice[];
  choice: ConfigChoice | undefined;
  choose: (name: string) => void;
  /** Take it for the form, so that what was typed before the scripts came is not lost. */
  form: RefObject<HTMLFormElement | null>;
}

const modelControl = controlName("model");

/** Keeps the values of a form of settings, the choice they began with, and what differs from it. */
export function useConfigValues(source: ConfigSource, sent: Sent): ConfigFormState {
  const { fields } = source;
  const offered = (texts: ConfigTexts) => {
    const model = modelOf(source, texts[modelControl]);
    return { model, choices: listChoices({ ...source, model }) };
  };
  const [name, setName] = useState(source.choice);
  const [texts, setTexts] = useState(() => {
    const begin = find(offered({}).choices, source.choice)?.texts ?? {};
    return sent.values ? withValues(begin, sent.values) : begin;
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const typed = form.current && new FormData(form.current);
    if (!typed) return;
    setTexts((now) =>
      Object.fromEntries(Object.keys(now).map((key) => [key, String(typed.get(key) ?? "")])),
    );
  }, []);

  const { model, choices } = offered(texts);
  const choice = find(choices, name);
  const chosen = choice?.texts ?? {};
  const change = (control: string, text: string) => {
    const next = { ...texts, [control]: text };
    setTexts(
      control === modelControl ? follow(next, chosen, find(offered(next).choices, name)) : next,
    );
  };
  const changes = listChanges(withoutApart(fields, choice), chosen, texts);
  return {
    ...{ texts, chosen, change, model, choices, choice, form },
    changes: new Map(changes.map((each) => [each.name, each])),
    errors: sent.field_errors ?? {},
    choose(next) {
      setName(next);
      const taken = find(choices, next);
      if (taken)
        setTexts(taken.whole ? taken.texts : { ...taken.texts, ...apartTexts(fields, texts) });
    },
  };
}

const find = (choices: readonly ConfigChoice[], name: string | undefined) =>
  choices.find((choice) => choice.name === name) ?? choices[0];

function modelOf({ models, default_model }: ConfigSource, given: string | undefined) {
  return models.find((model) => model.name === (given || default_model));
}

/** Blank controls of a refused form were blank: a browser sends no switch that is off. */
function withValues(begin: ConfigTexts, values: Readonly<Record<string, string>>): ConfigTexts {
  return Object.fromEntries(Object.keys(begin).map((key) => [key, values[key] ?? ""]));
}

/** With another model, what nobody has touched becomes what the choice means for that one. */
function follow(texts: ConfigTexts, before: ConfigTexts, choice: ConfigChoice | undefined) {
  const moved = Object.entries(choice?.texts ?? {}).filter(
    ([key]) => key !== modelControl && texts[key] === before[key],
  );
  return { ...texts, ...Object.fromEntries(moved) };
}

function withoutApart(fields: readonly ConfigField[], choice: ConfigChoice | undefined) {
  return choice?.whole ? fields : fields.filter((field) => !field.apart);
}

function apartTexts(fields: readonly ConfigField[], texts: ConfigTexts): ConfigTexts {
  const kept = fields.filter(({ apart }) => apart).map(({ name }) => controlName(name));
  return Object.fromEntries(kept.map((name) => [name, texts[name] ?? ""]));
}
