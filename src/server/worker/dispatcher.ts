import { chooseRuns, type Place } from "@/domain/dispatch/choose-runs";
import { holdRuns } from "@/domain/dispatch/hold-runs";
import { describeHolders } from "@/domain/gpu/describe-holders";
import { toGpuState } from "@/domain/gpu/to-gpu-state";
import { type Claimed, claimRun } from "../runs/claim-run";
import { listTakenSlots } from "../runs/list-taken-slots";
import { listWaitingRuns } from "../runs/list-waiting-runs";
import { readDraining } from "../runs/read-draining";
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

  async #fillSlots(): Promise<void> {
    const { db, engine, board, waitReasons } = this.worker;
    if (!this.options.isReady()) return;
    const [taken, waiting, draining] = await Promise.all([
      listTakenSlots(db, engine.name),
      listWaitingRuns(db, LOOK_AHEAD),
      readDraining(db, engine.name),
    ]);
    const images = await this.#images();
    const candidates = waiting.map((run) => toCandidate(this.worker, run, images));
    if (candidates.some(({ need }) => need && (need.exclusive || need.freeMemoryMiB > 0))) {
      await board.refresh(MEMORY_MAX_AGE_MS);
    }
    const choice = draining
      ? holdRuns(candidates, `The engine ${engine.name} is draining: it takes no more runs.`)
      : chooseRuns(candidates, this.#places(taken));
    board.noteTaken([...taken, ...choice.claims.flatMap((claim) => claim.slots)]);
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
