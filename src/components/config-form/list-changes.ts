import { type ConfigField, controlName } from "./config-field";
import type { ConfigTexts } from "./config-texts";
import type { ModelTraits } from "./model-traits";
import { usualNumber } from "./number-words";

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

interface Compared {
  fields: readonly ConfigField[];
  /** The model whose usual values stand for what is not given; undefined when it is not known. */
  model: ModelTraits | undefined;
}

/** The settings in which two forms differ, in the order of the form. */
export function listChanges(
  { fields, model }: Compared,
  before: ConfigTexts,
  after: ConfigTexts,
): ConfigChange[] {
  const words = (field: ConfigField, text: string) => wordsOf(field, plain(text), model);
  return fields.flatMap((field) => {
    if (field.kind === "group") return listChanges({ fields: field.fields, model }, before, after);
    const name = controlName(field.name);
    const [old, now] = [before, after].map((texts) => words(field, texts[name] ?? ""));
    // A value that is given although it is the usual one says nothing new.
    if (old === undefined || now === undefined || old === now) return [];
    return [{ name, title: field.title, before: shorten(old), after: shorten(now) }];
  });
}

/** Such as `Seed 1 → 7`. */
export function describeChange({ title, before, after }: ConfigChange): string {
  return `${title} ${before} → ${after}`;
}

function wordsOf(field: ConfigField, text: string, model: ModelTraits | undefined): string {
  if (field.kind === "boolean") return text ? "on" : "off";
  if (field.kind === "choice") {
    return field.options.find(({ value }) => value === text)?.label ?? field.blank;
  }
  if (field.kind === "number") return numberWords(text || `${usualNumber(field, model) ?? ""}`);
  return text || notGiven;
}

/** A browser sends the lines of a text with CRLF, whatever they had. */
const plain = (text: string) => text.replaceAll("\r\n", "\n").trim();

const shorten = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** The same number reads the same however it was written. */
function numberWords(text: string): string {
  if (text === "") return notGiven;
  const value = Number(text);
  return Number.isNaN(value) ? text : String(value);
}
