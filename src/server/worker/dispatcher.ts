import { type Claimed, claimRun } from "../runs/claim-run";
import { listNextRuns } from "../runs/list-next-runs";
import { listTakenSlots } from "../runs/list-taken-slots";
import { coalesce } from "./coalesce";
import type { Slot, WorkerContext } from "./worker-context";

export interface DispatcherOptions {
  /** The engine answered when it was last asked; without it nothing is claimed. */
  isReachable(): boolean;
  /** Ids of the gated containers known to wait. */
  stagedContainers(): string[];
  /** Called with each run that was claimed. */
  onClaimed(run: Claimed): void;
  /** Called with the runs that are next in line, to be staged or kept so. */
  onNext(runIds: string[]): void;
}

/** Fills free slots with pending runs, in the order of the queue. */
export class Dispatcher {
  /** Looks at slots and queue now, or again if it is just looking. */
  readonly dispatch: () => Promise<void>;
  #slotFree = false;

  constructor(
    readonly worker: WorkerContext,
    readonly options: DispatcherOptions,
  ) {
    this.dispatch = coalesce(() => this.#fillSlots());
  }

  /** A slot was free after the last look: nothing was there to fill it. */
  get slotFree(): boolean {
    return this.#slotFree;
  }

  async #fillSlots(): Promise<void> {
    const { db, engine, slots } = this.worker;
    if (!this.options.isReachable()) return;
    const taken = await listTakenSlots(db, engine.name);
    const free = slots.filter((each) => !taken.has(each.id));
    this.#slotFree = false;
    for (const slot of free) {
      const staged = this.options.stagedContainers();
      const run = await claimRun(db, { engine: engine.name, slot: slot.id, staged });
      this.#slotFree = run === undefined;
      if (!run) break;
      this.options.onClaimed(run);
    }
    this.options.onNext(await listNextRuns(db, canStage(slots) ? slots.length : 0));
  }
}

/** What is staged must fit whichever slot becomes free: slots tied to different GPUs are not alike. */
function canStage(slots: readonly Slot[]): boolean {
  return new Set(slots.map((slot) => JSON.stringify(slot.env))).size === 1;
}
