import { stat } from "node:fs/promises";
import { describeSilence } from "@/domain/describe-silence";
import type { ModelOperation } from "@/domain/models/define-model";
import type { Progress } from "@/domain/progress";
import { emptyReading, type ProgressReading, readProgress } from "@/domain/read-progress";
import { toProgress } from "@/domain/to-progress";
import { readLog } from "../logs/read-log";

export interface Tracked {
  log: string;
  operation: Pick<ModelOperation, "phases" | "silenceMinutes">;
  startedAt: Date;
  /** How long runs like this one took, null when that is not known; asked once it has begun. */
  findUsualSeconds: () => Promise<number | null>;
}

/** What is new about a run. */
export interface News {
  /** Left out when it is as it was when last asked for. */
  progress?: Progress;
  /** What is odd about it now. */
  warning: string | null;
}

/** Reads one run's log as it grows and knows how far the run is. */
export class ProgressTracker {
  #offset = 0;
  #reading: ProgressReading = emptyReading;
  #last = "";
  #reached = 0;
  #usualSeconds: number | null = null;
  #spokeAt: number;

  constructor(readonly tracked: Tracked) {
    this.#spokeAt = tracked.startedAt.getTime();
  }

  async look(now: Date): Promise<News> {
    await this.#readOn();
    const progress = this.#progress(now);
    const { eta_seconds: _, ...sign } = progress;
    const key = JSON.stringify(sign);
    const warning = this.#reading.warning ?? this.#silence(now);
    if (key === this.#last) return { warning };
    this.#last = key;
    return { progress, warning };
  }

  async #readOn(): Promise<void> {
    const { log, operation } = this.tracked;
    let piece = await readLog(log, this.#offset);
    if (!piece.text) return;
    if (this.#offset === 0) this.#usualSeconds = await this.tracked.findUsualSeconds();
    while (piece.text) {
      this.#reading = readProgress(this.#reading, piece.text, operation.phases);
      this.#offset = piece.offset_after;
      piece = await readLog(log, this.#offset);
    }
    // Of a log that is read for the first time, its last words may be old.
    const { mtimeMs } = await stat(log);
    this.#spokeAt = Math.max(this.#spokeAt, mtimeMs);
  }

  /** A run never goes back, although its program may begin a bar anew. */
  #progress(now: Date): Progress {
    const elapsedSeconds = (now.getTime() - this.tracked.startedAt.getTime()) / 1000;
    const usualSeconds = this.#usualSeconds;
    const progress = toProgress(this.#reading, { elapsedSeconds, usualSeconds });
    if (progress.fraction === null) return progress;
    this.#reached = Math.max(this.#reached, progress.fraction);
    return { ...progress, fraction: this.#reached };
  }

  #silence(now: Date): string | null {
    const minutes = this.tracked.operation.silenceMinutes;
    return now.getTime() - this.#spokeAt > minutes * 60_000 ? describeSilence(minutes) : null;
  }
}
