import { recordProgress } from "../runs/record-progress";
import type { RunRow } from "../runs/run-record";
import { findModelOperation } from "./find-model-operation";
import { ProgressTracker } from "./progress-tracker";
import { runPlaces } from "./run-places";
import type { WorkerContext } from "./worker-context";

/** Follows the logs of all running runs and writes down how far they are. */
export class ProgressFollower {
  readonly #followed = new Map<string, { run: RunRow; tracker: ProgressTracker }>();

  constructor(readonly worker: WorkerContext) {}

  follow(run: RunRow): void {
    if (this.#followed.has(run.id) || !run.started_at) return;
    const { log } = runPlaces(this.worker.env.dataDir, run.id);
    const phases = findModelOperation(run)?.phases ?? [];
    this.#followed.set(run.id, { run, tracker: new ProgressTracker(log, phases, run.started_at) });
  }

  forget(runId: string): void {
    this.#followed.delete(runId);
  }

  /** Writes what is new of every followed run. */
  async look(): Promise<void> {
    const now = new Date();
    await Promise.all(
      [...this.#followed.values()].map(async ({ run, tracker }) => {
        const progress = await tracker.look(now);
        if (progress) await recordProgress(this.worker.db, run, progress);
      }),
    );
  }
}
