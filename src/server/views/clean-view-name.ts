import { storableText } from "@/domain/storable-text";
import { refused } from "../errors";

const NAME_MAX = 80;

/** A name on one line. @throws AppError `refused` */
export function cleanViewName(name: string): string {
  const clean = storableText(name).replace(/\s+/g, " ").trim();
  // Counted as Postgres counts: by code point.
  if (clean && [...clean].length <= NAME_MAX) return clean;
  throw refused(`A view needs a name of 1 to ${NAME_MAX} characters.`);
}
