/** Text of a log as lines. `open` is what follows the last newline. */
export interface LogLines {
  lines: string[];
  open: string;
}

/** Codes of a terminal that are not colours: movements, erasing, titles. */
const NOT_COLOURS = /\u001b(?:\[[0-9;:?]*[A-Za-ln-z]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;
/** Nothing but colours: such a part of a line has drawn nothing. */
const DREW_NOTHING = /^(?:\u001b\[[0-9;:]*m)*$/;

/**
 * Adds text to the lines, in place. A carriage return takes the line back to its beginning, so a
 * progress bar drawn a hundred times stays one line.
 */
export function appendLog(log: LogLines, text: string): void {
  const parts = (log.open + text).replace(NOT_COLOURS, "").split("\n");
  const open = parts.pop() ?? "";
  for (const part of parts) log.lines.push(lastDrawn(part));
  // A return at the very end may be half of a line end: what it erases is decided by what follows.
  log.open = open.slice(open.lastIndexOf("\r", open.length - 2) + 1);
}

/** The unfinished line as it shows now. */
export function openLine(log: LogLines): string {
  return lastDrawn(log.open);
}

function lastDrawn(line: string): string {
  if (!line.includes("\r")) return line;
  return line.split("\r").findLast((drawn) => !DREW_NOTHING.test(drawn)) ?? "";
}
