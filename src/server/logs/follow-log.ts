import { stat } from "node:fs/promises";
import { type LogPiece, readLog } from "./read-log";

const LOOK_EVERY_MS = 100;

export interface FollowOptions {
  path: string;
  offset: number;
  /** True once the run has ended, so that the log will not grow any more. */
  hasEnded: () => Promise<boolean>;
  signal: AbortSignal;
}

/** Yields a log's pieces from an offset on, as they are written; ends with the log of an ended run. */
export async function* followLog(
  options: FollowOptions,
): AsyncGenerator<LogPiece & { sealed: boolean }> {
  const { path, hasEnded, signal } = options;
  let { offset } = options;
  while (!signal.aborted) {
    // Asked before reading: what was written before the end is then read before we stop.
    const ended = (await sizeOf(path)) <= offset && (await hasEnded());
    const piece = await readLog(path, offset);
    if (piece.text || ended) yield { ...piece, sealed: ended && !piece.text };
    if (ended && !piece.text) return;
    offset = piece.offset_after;
    if (!piece.text) await pause(LOOK_EVERY_MS, signal);
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
