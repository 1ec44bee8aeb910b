import { type LogLevel, levelOf, logLevels } from "@/domain/log/log-level";
import { stripAnsi } from "@/domain/log/parse-ansi";
import type { LogText } from "./log-text";

export interface LineWish {
  /** What to look for; null for nothing. */
  pattern: RegExp | null;
  /** The least bad level that is listed. */
  level: LogLevel;
}

export interface FoundLines {
  /** Lines to list, from 0; null when that is all of them. */
  listed: readonly number[] | null;
  /** Lines with a match, from 0. */
  matches: readonly number[];
}

/** Looks through the lines that have been read. */
export function findLines(log: LogText, { pattern, level }: LineWish): FoundLines {
  const least = logLevels.indexOf(level);
  if (!pattern && least === 0) return { listed: null, matches: [] };
  const listed: number[] = [];
  const matches: number[] = [];
  for (const [at, line] of log.known()) {
    const text = stripAnsi(line);
    if (least > 0 && logLevels.indexOf(levelOf(text)) < least) continue;
    if (least > 0) listed.push(at);
    // A global pattern goes on where it stopped, unless told to begin anew.
    if (pattern) pattern.lastIndex = 0;
    if (pattern?.test(text)) matches.push(at);
  }
  return { listed: least > 0 ? listed : null, matches };
}

/** The next match after a line, or the one before it; begins again at the other end. */
export function nextMatch(
  matches: readonly number[],
  { from, back }: { from: number; back: boolean },
): number | undefined {
  if (back) return matches.findLast((line) => line < from) ?? matches.at(-1);
  return matches.find((line) => line > from) ?? matches[0];
}
