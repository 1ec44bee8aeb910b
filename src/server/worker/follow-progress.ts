import { findUsualSeconds } from "../runs/find-usual-seconds";
import { recordProgress } from "../runs/record-progress";
import { recordWarning } from "../runs/record-warning";
import type { RunRow } from "../runs/run-record";
import { countFrames } from "./count-frames";
import { findModelOperation } from "./find-model-operation";
import { ProgressTracker } from "./progress-tracker";
import { runPlaces } from "./run-places";
import type { WorkerContext } from "./worker-context";

interface Followed {
  run: RunRow;
  tracker: ProgressTracker;
  /** The warning that its row holds. */
  warning: string | null;
}

/** Follows the logs of all running runs and writes down how far they are and what is odd about them. */
export class ProgressFollower {
  readonly #followed = new Map<string, Followed>();

  constructor(readonly worker: Pick<WorkerContext, "db" | "env" | "logger">) {}

  /** Of the runs that are followed. */
  get runIds(): string[] {
    return [...this.#followed.keys()];
  }

  follow(run: RunRow): void {
    if (this.#followed.has(run.id) || !run.started_at) return;
    const operation = findModelOperation(run);
    if (!operation) return;
    const tracker = new ProgressTracker({
      log: runPlaces(this.worker.env.dataDir, run.id).log,
      operation,
      startedAt: run.started_at,
      findUsualSeconds: () => this.#usualSeconds(run),
    });
    this.#followed.set(run.id, { run, tracker, warning: run.warning });
  }

  forget(runId: string): void {
    this.#followed.delete(runId);
  }

  /** Writes what is new of every followed run. */
  async look(now = new Date()): Promise<void> {
    await Promise.all([...this.#followed.values()].map((followed) => this.#lookAt(followed, now)));
  }

  async #lookAt(followed: Followed, now: Date): Promise<void> {
    const { run, tracker } = followed;
    const { progress, warning } = await tracker.look(now);
    if (progress) await recordProgress(this.worker.db, run, progress);
    if (warning === followed.warning) return;
    await recordWarning(this.worker.db, run, warning);
    followed.warning = warning;
  }

  /** Remaining time is worth having, but no reason to know nothing of a run. */
  async #usualSeconds(run: RunRow): Promise<number | null> {
    try {
      return await findUsualSeconds(this.worker.db, run, await countFrames(this.worker, run));
    } catch (error) {
      this.worker.logger.warn("no usual duration could be found", { run_id: run.id, error });
      return null;
    }
  }
}
