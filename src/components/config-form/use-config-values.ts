"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import {
  beginConfig,
  type ConfigSource,
  findChoice,
  modelControl,
  offerChoices,
  takeChoice,
} from "./begin-config";
import type { ConfigChoice } from "./config-choices";
import type { ConfigTexts } from "./config-texts";
import type { ConfigValues } from "./config-values";
import { listChanges } from "./list-changes";
import type { ModelTraits } from "./model-traits";

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
  /** Takes its values, but for what no preset touches. */
  choose: (name: string) => void;
  /** Takes back every change since it was chosen. */
  undo: () => void;
  /** Take it for the form, so that what was typed before the scripts came is not lost. */
  form: RefObject<HTMLFormElement | null>;
}

/** Keeps the values of a form of settings, the choice they began with, and what differs from it. */
export function useConfigValues(source: ConfigSource, sent: Sent): ConfigFormState {
  const { fields } = source;
  const [name, setName] = useState(source.choice);
  const [texts, setTexts] = useState(() => {
    const begin = beginConfig(source);
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

  const { model, choices } = offerChoices(source, texts);
  const choice = findChoice(choices, name);
  const chosen = choice?.texts ?? {};
  const changes = listChanges({ fields, model }, chosen, texts);
  return {
    ...{ texts, chosen, model, choices, choice, form },
    changes: new Map(changes.map((each) => [each.name, each])),
    errors: sent.field_errors ?? {},
    change(control, text) {
      const next = { ...texts, [control]: text };
      if (control !== modelControl) return setTexts(next);
      const meant = findChoice(offerChoices(source, next).choices, name);
      return setTexts(follow(next, chosen, meant?.texts ?? {}));
    },
    choose(next) {
      const taken = findChoice(choices, next);
      setName(next);
      if (taken) setTexts(takeChoice(fields, taken, texts));
    },
    undo: () => setTexts(chosen),
  };
}

/** Blank controls of a refused form were blank: a browser sends no switch that is off. */
function withValues(begin: ConfigTexts, values: Readonly<Record<string, string>>): ConfigTexts {
  return Object.fromEntries(Object.keys(begin).map((key) => [key, values[key] ?? ""]));
}

/** With another model, what nobody has touched becomes what the choice means for that one. */
function follow(texts: ConfigTexts, before: ConfigTexts, meant: ConfigTexts): ConfigTexts {
  const moved = Object.entries(meant).filter(
    ([key]) => key !== modelControl && texts[key] === before[key],
  );
  return { ...texts, ...Object.fromEntries(moved) };
}
