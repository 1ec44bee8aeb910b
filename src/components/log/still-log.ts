import { appendLog, type LogLines, openLine } from "./fold-log";

const LINES_MAX = 200;
/** A longer line is cut: this is for a first look. */
const LINE_LENGTH_MAX = 2000;

/** The last lines of a log as a page is made with them. */
export interface StillLog {
  lines: readonly string[];
  /** The place of the first one in the log, from 0; null when it is not known. */
  first: number | null;
}

interface Tail {
  text: string;
  lines_before: number | null;
}

/** The last lines of a log's tail, bars folded. */
export function toStillLog({ text, lines_before }: Tail): StillLog {
  const log: LogLines = { lines: [], open: "" };
  appendLog(log, text);
  const open = openLine(log);
  const all = open === "" ? log.lines : [...log.lines, open];
  const lines = all.slice(-LINES_MAX).map((line) => line.slice(0, LINE_LENGTH_MAX));
  const first = lines_before === null ? null : lines_before + all.length - lines.length;
  return { lines, first };
}

/** How much of the log that is, in words. */
export function describeStill({ lines, first }: StillLog): string {
  if (lines.length === 0) return "No line yet";
  const count = lines.length.toLocaleString("en");
  if (first === null) return `Last ${count} lines`;
  if (first > 0) return `Last ${count} of ${(first + lines.length).toLocaleString("en")} lines`;
  return `${count} ${lines.length === 1 ? "line" : "lines"}`;
}
