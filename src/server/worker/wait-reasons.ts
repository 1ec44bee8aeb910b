import type { Db } from "../db/open-database";
import { noteWaitReason } from "../runs/note-wait-reason";
import type { WaitingRun } from "../runs/list-waiting-runs";

/**
 * Why runs wait, over all engines of this worker: a run has a reason only when every engine that was
 * asked gives one.
 */
export class WaitReasons {
  readonly #byRun = new Map<string, Map<string, string | null>>();

  constructor(
    readonly db: Db,
    readonly engines: readonly string[],
  ) {}

  /** Takes one engine's reasons for the runs that wait now, and writes what has changed. */
  async note(
    engine: string,
    waiting: readonly WaitingRun[],
    reasons: ReadonlyMap<string, string | null>,
  ): Promise<void> {
    const ids = new Set(waiting.map((run) => run.id));
    for (const id of this.#byRun.keys()) if (!ids.has(id)) this.#byRun.delete(id);
    for (const run of waiting) {
      const told = this.#byRun.get(run.id) ?? new Map<string, string | null>();
      told.set(engine, reasons.get(run.id) ?? null);
      this.#byRun.set(run.id, told);
      const reason = this.#combine(told);
      if (reason !== run.wait_reason) await noteWaitReason(this.db, run.id, reason);
    }
  }

  #combine(told: ReadonlyMap<string, string | null>): string | null {
    if (this.engines.some((engine) => (told.get(engine) ?? null) === null)) return null;
    if (this.engines.length === 1) return told.get(this.engines[0] ?? "") ?? null;
    return this.engines.map((engine) => `${engine}: ${told.get(engine)}`).join(" ");
  }
}
