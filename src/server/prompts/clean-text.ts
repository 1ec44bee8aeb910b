import { storableText } from "@/domain/storable-text";
import { refused } from "../errors";

const TEXT_MAX = 10_000;

/** A prompt's text without NUL characters and outer white space. @throws AppError `refused` */
export function cleanPromptText(text: string, field = "prompt_text"): string {
  const clean = storableText(text).trim();
  if (!clean) throw refused(`${field} must not be blank: say what the video should show.`);
  return checkLength(clean, field);
}

/** A negative prompt may be blank. @throws AppError `refused` when it is too long */
export function cleanNegativePrompt(text: string | undefined): string {
  return checkLength(storableText(text ?? "").trim(), "negative_prompt");
}

/** A name on one line. @throws AppError `refused` */
export function cleanName(name: string): string {
  const clean = storableText(name).replace(/\s+/g, " ").trim();
  if (!clean || clean.length > 100) throw refused("name must have between 1 and 100 characters.");
  return clean;
}

function checkLength(text: string, field: string): string {
  // Counted as Postgres counts: by code point.
  const length = [...text].length;
  if (length <= TEXT_MAX) return text;
  throw refused(`${field} has ${length} characters, but at most ${TEXT_MAX} are allowed.`);
}
