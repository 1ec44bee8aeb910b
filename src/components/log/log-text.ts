import type { LogPlace } from "@/domain/log/log-place";
import { appendLog, type LogLines, openLine } from "./fold-log";
import type { StillLog } from "./still-log";

/** Part of a log that can be read alone. */
export interface LogPiece {
  begin: LogPlace;
  end: LogPlace;
}

/** As many pieces as a browser should hold; each has at most 1,000 lines. */
export const PIECES_MAX = 400;
const TAIL_LINES_MAX = 4000;

/**
 * The lines of a log of any size: all can be named, those that were read can be shown. What is
 * before `tail` is read in pieces when it comes into sight; the tail grows as the log is written.
 */
export class LogText {
  #places: LogPlace[];
  #pieces = new Map<number, readonly string[]>();
  #tail: LogLines = { lines: [], open: "" };

  /**
   * @param places as the index gives them, at least one; the tail begins at the last.
   * @param still lines that are known already, to be shown until they have been read.
   */
  constructor(
    places: readonly LogPlace[],
    readonly still?: StillLog,
  ) {
    this.#places = [...places];
  }

  /** Where the tail begins. */
  get tail(): LogPlace {
    return this.#places.at(-1) ?? { byte: 0, line: 0 };
  }

  /** How many lines there are, the unfinished one included. */
  get count(): number {
    return this.tail.line + this.#tail.lines.length + (openLine(this.#tail) === "" ? 0 : 1);
  }

  /** How many of them can be shown. */
  get loaded(): number {
    let lines = this.count - this.tail.line;
    for (const piece of this.#pieces.values()) lines += piece.length;
    return lines;
  }

  /** A line counted from 0; undefined when it has not been read. */
  line(at: number): string | undefined {
    if (at >= this.tail.line) {
      const inTail = at - this.tail.line;
      return inTail < this.#tail.lines.length ? this.#tail.lines[inTail] : openLine(this.#tail);
    }
    const index = this.#indexOf(at);
    const read = this.#pieces.get(index)?.[at - (this.#places[index]?.line ?? 0)];
    return read ?? this.still?.lines[at - (this.still.first ?? Infinity)];
  }

  /** Every line that has been read, in order, with its number from 0. */
  *known(): Generator<[at: number, line: string]> {
    for (const index of [...this.#pieces.keys()].sort((a, b) => a - b)) {
      const begin = this.#places[index]?.line ?? 0;
      for (const [at, line] of (this.#pieces.get(index) ?? []).entries()) yield [begin + at, line];
    }
    for (let at = this.tail.line; at < this.count; at++) yield [at, this.line(at) ?? ""];
  }

  /** Pieces that hold lines from `from` to before `to` and have not been read, newest first. */
  missing(from: number, to: number): LogPiece[] {
    const missing: LogPiece[] = [];
    for (let index = this.#indexOf(Math.max(0, to - 1)); index >= 0; index--) {
      const [begin, end] = this.#places.slice(index, index + 2);
      if (!begin || !end) continue;
      if (end.line <= from) break;
      if (!this.#pieces.has(index)) missing.push({ begin, end });
    }
    return missing;
  }

  /** Keeps the text of a piece; what was not asked for the longest goes. */
  put(piece: LogPiece, text: string): void {
    const { lines }: LogLines = fold(text);
    // A line that was too long to be read whole still counts as one.
    const count = piece.end.line - piece.begin.line;
    const index = this.#places.findIndex(({ byte }) => byte === piece.begin.byte);
    this.#keep(
      index,
      Array.from({ length: count }, (_, at) => lines[at] ?? "(not shown)"),
    );
  }

  /** Adds what was written at the end. */
  append(text: string): void {
    appendLog(this.#tail, text);
  }

  /** Forgets what is after a place, which will be told anew. */
  rewind(byte: number): void {
    this.#places = this.#places.filter((place) => place.byte <= byte);
    for (const index of this.#pieces.keys()) {
      if (index >= this.#places.length - 1) this.#pieces.delete(index);
    }
    this.#tail = { lines: [], open: "" };
  }

  /** True when the tail should become pieces, so that it does not grow for ever. */
  get wantsPlaces(): boolean {
    return this.#tail.lines.length > TAIL_LINES_MAX;
  }

  /** Takes an index from where the tail begins; its lines become pieces. */
  addPlaces(places: readonly LogPlace[]): void {
    if (places[0]?.byte !== this.tail.byte) return;
    for (const [at, end] of places.slice(1).entries()) {
      const count = end.line - (places[at]?.line ?? 0);
      // The server may have seen more of the log than has come here.
      if (this.#tail.lines.length < count) return;
      this.#keep(this.#places.length - 1, this.#tail.lines.slice(0, count));
      this.#tail.lines = this.#tail.lines.slice(count);
      this.#places.push(end);
    }
  }

  #keep(index: number, lines: readonly string[]): void {
    this.#pieces.delete(index);
    this.#pieces.set(index, lines);
    const [oldest] = this.#pieces.keys();
    if (this.#pieces.size > PIECES_MAX && oldest !== undefined) this.#pieces.delete(oldest);
  }

  /** Which piece a line is in. */
  #indexOf(line: number): number {
    let low = 0;
    let high = this.#places.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#places[middle]?.line ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function fold(text: string): LogLines {
  const log: LogLines = { lines: [], open: "" };
  appendLog(log, text.endsWith("\n") ? text : `${text}\n`);
  return log;
}
