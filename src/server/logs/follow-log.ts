import { setTimeout as sleep } from "node:timers/promises";
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
  let ended = false;
  while (!signal.aborted) {
    const piece = await readLog(path, offset, { final: ended });
    offset = piece.offset_after;
    if (piece.text) yield { ...piece, sealed: false };
    else if (ended) {
      yield { ...piece, sealed: true };
      return;
    } else {
      // Read once more after the end was seen: nothing can be written any more then.
      ended = await hasEnded();
      if (!ended) await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }
}
