import type { PhaseMarker } from "@/domain/models/define-model";
import type { Progress } from "@/domain/progress";
import {
  emptyReading,
  type ProgressReading,
  readProgress,
  toProgress,
} from "@/domain/read-progress";
import { readLog } from "../logs/read-log";

/** Reads one run's log as it grows and knows how far the run is. */
export class ProgressTracker {
  #offset = 0;
  #reading: ProgressReading = emptyReading;
  #last = "";

  constructor(
    readonly path: string,
    readonly phases: readonly PhaseMarker[],
    readonly startedAt: Date,
  ) {}

  /** The progress, if the log has brought news since it was last asked for. */
  async look(now: Date): Promise<Progress | undefined> {
    let piece = await readLog(this.path, this.#offset);
    while (piece.text) {
      this.#reading = readProgress(this.#reading, piece.text, this.phases);
      this.#offset = piece.offset_after;
      piece = await readLog(this.path, this.#offset);
    }
    const elapsedSeconds = (now.getTime() - this.startedAt.getTime()) / 1000;
    const progress = toProgress(this.#reading, elapsedSeconds);
    const { eta_seconds: _, ...news } = progress;
    const key = JSON.stringify(news);
    if (key === this.#last) return undefined;
    this.#last = key;
    return progress;
  }
}
