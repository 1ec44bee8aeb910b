import { chooseRuns, type Place } from "@/domain/dispatch/choose-runs";
import { describeHolders } from "@/domain/gpu/describe-holders";
import { toGpuState } from "@/domain/gpu/to-gpu-state";
import { type Claimed, claimRun } from "../runs/claim-run";
import { listTakenSlots } from "../runs/list-taken-slots";
import { listWaitingRuns } from "../runs/list-waiting-runs";
import { coalesce } from "./coalesce";
import { GpuWatch } from "./gpu-watch";
import type { SlotBoard } from "./slot-board";
import { type HostImages, toCandidate } from "./to-candidate";
import type { Slot, WorkerContext } from "./worker-context";

/** So many runs of the queue are looked at; what comes after them is not yet anyone's concern. */
const LOOK_AHEAD = 50;

/** A run that needs memory of a card is not started on an older reading than this. */
const MEMORY_MAX_AGE_MS = 2000;

export interface DispatcherOptions {
  /** The engine answered when it was last asked and takes runs; without it nothing is claimed. */
  isReady(): boolean;
  /** Ids of the gated containers known to wait. */
  stagedContainers(): string[];
  /** Called with each run that was claimed; resolves when a gate that waited for it is open. */
  onClaimed(run: Claimed): Promise<void>;
  /** Called with the runs that are next in line, to be staged or kept so. */
  onNext(runIds: string[]): void;
}

/** Fills free slots with pending runs, in the order of the queue. */
export class Dispatcher {
  /** Looks at slots and queue now, or again if it is just looking. */
  readonly dispatch: () => Promise<void>;
  #slotFree = false;
  /** Slots whose runs have ended just now, and the notes of it that are under way. */
  readonly #freeing = new Map<string, Promise<void>>();
  readonly #gpuWatch: GpuWatch;

  constructor(
    readonly worker: WorkerContext,
    readonly options: DispatcherOptions,
  ) {
    this.#gpuWatch = new GpuWatch(worker);
    this.dispatch = coalesce(() => this.#fillSlots());
  }

  /** A slot was free after the last look: nothing was there to fill it. */
  get slotFree(): boolean {
    return this.#slotFree;
  }

  /** Fills slots whose run has ended; `noted` resolves when their leases are given back. */
  async fillFreed(slots: readonly string[], noted: Promise<void>): Promise<void> {
    for (const slot of slots) this.#freeing.set(slot, noted);
    try {
      await this.dispatch();
    } finally {
      for (const slot of slots) this.#freeing.delete(slot);
    }
  }

  async #fillSlots(): Promise<void> {
    const { db, engine, board, waitReasons } = this.worker;
    const freeing = new Map(this.#freeing);
    const noted = Promise.all(freeing.values());
    noted.catch(() => {});
    if (!this.options.isReady()) return;
    // Should a freed slot be taken again meanwhile, the claim will find out.
    const [leases, waiting] = await Promise.all([
      listTakenSlots(db, engine.name),
      listWaitingRuns(db, LOOK_AHEAD),
      noted,
    ]);
    const taken = new Set([...leases].filter((slot) => !freeing.has(slot)));
    const images = await this.#images();
    const candidates = waiting.map((run) => toCandidate(this.worker, run, images));
    if (candidates.some(({ need }) => need && (need.exclusive || need.freeMemoryMiB > 0))) {
      await board.refresh(MEMORY_MAX_AGE_MS);
    }
    const choice = chooseRuns(candidates, this.#places(taken));
    board.noteTaken([...taken, ...choice.claims.flatMap((claim) => claim.slots)]);
    const opened: Promise<void>[] = [];
    for (const { id, slots } of choice.claims) {
      const staged = this.options.stagedContainers();
      const run = await claimRun(db, { run_id: id, engine: engine.name, slots, staged });
      if (run) opened.push(this.options.onClaimed(run));
    }
    // What follows takes the CPU from programs that begin.
    await Promise.all(opened);
    this.#slotFree = choice.next.length === 0 && board.slots.length > taken.size;
    const claimed = new Set(choice.claims.map((claim) => claim.id));
    const left = waiting.filter((run) => !claimed.has(run.id));
    await waitReasons.note(engine.name, left, choice.reasons);
    const stageable = canStage(this.worker) ? board.slots.length : 0;
    this.options.onNext(choice.next.slice(0, stageable));
    this.#watchGpus();
  }

  /** Runs begin and end around here; reading the cards takes long, and nobody waits for it. */
  #watchGpus(): void {
    this.#gpuWatch.look().catch((error: unknown) => {
      this.worker.logger.warn("the GPUs could not be watched; it will be tried again", { error });
    });
  }

  /** Where other hosts may have an image that this one lacks, its runs are left to them. */
  async #images(): Promise<HostImages> {
    const { engine, waitReasons } = this.worker;
    if (waitReasons.engines.length === 1) return {};
    const details = await engine.describe().catch(() => ({}) as Record<string, unknown>);
    return (details.images ?? {}) as HostImages;
  }

  #places(taken: ReadonlySet<string>): Place[] {
    const { board } = this.worker;
    return board.slots.map((slot) => toPlace(board, slot, taken.has(slot.id)));
  }
}

function toPlace({ cards }: SlotBoard, { id, label, gpu }: Slot, taken: boolean): Place {
  const card = cards.find(({ uuid }) => uuid === gpu);
  const state = card && toGpuState(card);
  return {
    slot: id,
    label: card ? `GPU ${card.index}` : label,
    taken,
    isGpu: gpu !== null,
    freeMiB: state?.memory_available_mib ?? null,
    totalMiB: state?.memory_total_mib ?? null,
    foreign: describeHolders(state?.foreign ?? []),
  };
}

/**
 * What is staged must fit whichever slot becomes free: slots tied to different GPUs are not alike, and
 * with several engines nobody knows whose slot it will be.
 */
function canStage({ board, waitReasons }: WorkerContext): boolean {
  const kinds = new Set(board.slots.map((slot) => JSON.stringify([slot.env, slot.gpu])));
  return waitReasons.engines.length === 1 && kinds.size === 1;
}
