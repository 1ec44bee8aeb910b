import type { Removal } from "../plan-removals";
import { formatBytes } from "./format-bytes";

/** What goes, in one line: `1 prompt, 3 runs (…), 12 files, 4.5 MB`. */
export function describeRemovals(removals: readonly Removal[]): string {
  const prompts = removals.flatMap((removal) => removal.prompts);
  const runs = removals.flatMap((removal) => removal.runs);
  const sum = (key: "files" | "bytes") =>
    removals.reduce((total, removal) => total + (removal[key] ?? 0), 0);
  const partly = removals.some((removal) => removal.files === null) ? "at least " : "";
  return [
    named(prompts, "prompt"),
    named(runs, "run"),
    `${partly}${sum("files")} files`,
    formatBytes(sum("bytes")),
  ]
    .filter(Boolean)
    .join(", ");
}

function named(ids: readonly string[], word: string): string {
  if (ids.length === 0) return "";
  return `${ids.length} ${word}${ids.length > 1 ? "s" : ""} (${ids.join(" ")})`;
}
