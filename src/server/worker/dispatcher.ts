import { chooseRuns, type Place } from "@/domain/dispatch/choose-runs";
import { type Claimed, claimRun } from "../runs/claim-run";
import { listTakenSlots } from "../runs/list-taken-slots";
import { listWaitingRuns } from "../runs/list-waiting-runs";
import { coalesce } from "./coalesce";
import { toCandidate } from "./to-candidate";
import type { Slot, WorkerContext } from "./worker-context";

/** So many runs of the queue are looked at; what comes after them is not yet anyone's concern. */
const LOOK_AHEAD = 50;

export interface DispatcherOptions {
  /** The engine answered when it was last asked and takes runs; without it nothing is claimed. */
  isReady(): boolean;
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
    const { db, engine, board, waitReasons } = this.worker;
    if (!this.options.isReady()) return;
    const [taken, waiting] = await Promise.all([
      listTakenSlots(db, engine.name),
      listWaitingRuns(db, LOOK_AHEAD),
    ]);
    const candidates = waiting.map((run) => toCandidate(this.worker, run));
    const choice = chooseRuns(candidates, this.#places(taken));
    for (const { id, slots } of choice.claims) {
      const staged = this.options.stagedContainers();
      const run = await claimRun(db, { run_id: id, engine: engine.name, slots, staged });
      if (run) this.options.onClaimed(run);
    }
    this.#slotFree = choice.next.length === 0 && board.slots.length > taken.size;
    const claimed = new Set(choice.claims.map((claim) => claim.id));
    const left = waiting.filter((run) => !claimed.has(run.id));
    await waitReasons.note(engine.name, left, choice.reasons);
    const stageable = canStage(this.worker) ? board.slots.length : 0;
    this.options.onNext(choice.next.slice(0, stageable));
  }

  #places(taken: ReadonlySet<string>): Place[] {
    const { board } = this.worker;
    return board.slots.map((slot) => toPlace(slot, taken.has(slot.id)));
  }
}

function toPlace(slot: Slot, taken: boolean): Place {
  const { id, label, gpu } = slot;
  return { slot: id, label, taken, isGpu: gpu !== null, freeMiB: null, foreign: null };
}

/**
 * What is staged must fit whichever slot becomes free: slots tied to different GPUs are not alike, and
 * with several engines nobody knows whose slot it will be.
 */
function canStage({ board, waitReasons }: WorkerContext): boolean {
  const kinds = new Set(board.slots.map((slot) => JSON.stringify([slot.env, slot.gpu])));
  return waitReasons.engines.length === 1 && kinds.size === 1;
}
