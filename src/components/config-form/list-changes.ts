import { type ConfigField, controlName } from "./config-field";
import type { ConfigTexts } from "./config-texts";

/** A setting that differs, with both values in words. */
export interface ConfigChange {
  /** Name of the control. */
  name: string;
  title: string;
  before: string;
  after: string;
}

const notGiven = "not given";
const LONGEST = 60;

/** The settings in which two forms differ, in the order of the form. */
export function listChanges(
  fields: readonly ConfigField[],
  before: ConfigTexts,
  after: ConfigTexts,
): ConfigChange[] {
  return fields.flatMap((field) => {
    if (field.kind === "group") return listChanges(field.fields, before, after);
    const name = controlName(field.name);
    const [old, now] = [before[name] ?? "", after[name] ?? ""];
    if (isSame(field, old, now)) return [];
    const change = { before: words(field, old), after: words(field, now) };
    // A choice that is named although it is the usual one says nothing new.
    return change.before === change.after ? [] : [{ name, title: field.title, ...change }];
  });
}

/** Such as `Seed 1 → 7`. */
export function describeChange({ title, before, after }: ConfigChange): string {
  return `${title} ${before} → ${after}`;
}

function isSame(field: ConfigField, old: string, now: string): boolean {
  if (field.kind !== "number" || old.trim() === "" || now.trim() === "") {
    return old.trim() === now.trim();
  }
  return Number(old) === Number(now);
}

function words(field: ConfigField, text: string): string {
  if (field.kind === "boolean") return text ? "on" : "off";
  if (field.kind === "choice") {
    return field.options.find(({ value }) => value === text)?.label ?? field.blank;
  }
  const shown = text.trim() || notGiven;
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}
