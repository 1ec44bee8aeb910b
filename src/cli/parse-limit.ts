import { InvalidArgumentError } from "commander";

const limitMax = 200;

/** Reads `--limit`: a whole number from 1 to 200. */
export function parseLimit(text: string): number {
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= limitMax) return limit;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${limitMax}.`);
}
