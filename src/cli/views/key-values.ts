import { displayWidth } from "../terminal/display-width";
import { paint } from "../terminal/paint";

export type KeyValue = readonly [key: string, value: string | null | undefined];

/** One `key  value` a line, aligned; entries without a value are left out. */
export function keyValues(entries: readonly KeyValue[], indent = ""): string {
  const shown = entries.filter((entry): entry is [string, string] => Boolean(entry[1]));
  const width = Math.max(0, ...shown.map(([key]) => displayWidth(key)));
  return shown
    .map(([key, value]) => `${indent}${paint("dim", key.padEnd(width))}  ${value}`)
    .join("\n");
}
