import { appendLog, type LogLines, openLine } from "./fold-log";

const LINES_MAX = 100_000;
const NEWLINE = 10;

/** The lines of a log from a byte on, as much of them as a browser should hold. */
export class LogWindow implements LogLines {
  lines: string[] = [];
  open = "";
  /** Where the first line begins, in bytes; 0 when nothing is left out before it. */
  begin: number;
  /** True when lines were dropped to save memory; then nothing can be put before them. */
  dropped = false;
  #cut: boolean;

  constructor(begin: number) {
    this.begin = begin;
    this.#cut = begin > 0;
  }

  append(text: string): void {
    appendLog(this, this.#cut ? this.#fromLineStart(text) : text);
    if (this.lines.length <= LINES_MAX) return;
    this.lines = this.lines.slice(LINES_MAX / 10);
    this.dropped = true;
  }

  /** Puts the bytes that end where this window begins before it. */
  prepend(bytes: Uint8Array): void {
    const begin = this.begin - bytes.length;
    const skipped = begin === 0 ? 0 : bytes.indexOf(NEWLINE) + 1;
    const earlier: LogLines = { lines: [], open: "" };
    appendLog(earlier, new TextDecoder().decode(bytes.subarray(skipped)));
    this.lines = [...earlier.lines, ...this.lines];
    this.begin = begin + skipped;
  }

  /** Lines to show, the unfinished one included. */
  get shown(): readonly string[] {
    const open = openLine(this);
    return open === "" ? this.lines : [...this.lines, open];
  }

  #fromLineStart(text: string): string {
    const end = text.indexOf("\n") + 1;
    if (end === 0) {
      this.begin += new TextEncoder().encode(text).length;
      return "";
    }
    this.#cut = false;
    this.begin += new TextEncoder().encode(text.slice(0, end)).length;
    return text.slice(end);
  }
}
