import { beginRunGpu, endRunGpu, sampleRunGpu } from "@/domain/gpu/follow-run-gpu";
import type { GpuCard, RunGpu } from "@/domain/gpu/gpu-state";
import { listRunningRuns } from "../runs/list-running-runs";
import { readRows } from "../runs/read-rows";
import { recordRunGpu } from "../runs/record-run-gpu";
import type { RunRow } from "../runs/run-record";
import { coalesce } from "./coalesce";
import type { WorkerContext } from "./worker-context";

/** A reading this old is taken again while runs are active. */
const ACTIVE_MAX_AGE_MS = 1500;
/** Cards that cannot be read for so long after a run's end give it no receipt. */
const GIVE_UP_MS = 60_000;

/**
 * Writes down what runs do to their GPUs: a curve while they are active, and a receipt of memory when
 * they have ended. What must outlive it is in the rows.
 */
export class GpuWatch {
  /** Runs that were seen active or ending and have no receipt yet. */
  readonly #open = new Set<string>();
  /** Runs that have one and are still being settled. */
  readonly #closed = new Set<string>();

  constructor(readonly worker: WorkerContext) {}

  /** Reads the cards, as often as what happens asks for, and writes what is new of every run. */
  readonly look = coalesce(async () => {
    const { db, engine, board } = this.worker;
    if (this.#open.size === 0 && board.slots.every((slot) => slot.gpu === null)) return;
    const running = (await listRunningRuns(db, engine.name)).filter(holdsGpu);
    const active = running.filter((run) => run.exited_at === null);
    for (const { id } of running) if (!this.#closed.has(id)) this.#open.add(id);
    const ended = [...this.#open].filter((id) => active.every((run) => run.id !== id));
    const maxAge = active.length > 0 ? ACTIVE_MAX_AGE_MS : undefined;
    await board.refresh(ended.length > 0 ? 0 : maxAge);
    for (const run of board.stale ? [] : active) await this.#sample(run);
    const rows = await readRows(db, ended);
    for (const run of rows) await this.#close(run);
    for (const id of ended) if (rows.every((run) => run.id !== id)) this.#open.delete(id);
    for (const id of this.#closed) {
      if (running.every((run) => run.id !== id)) this.#closed.delete(id);
    }
  });

  async #sample(run: RunRow): Promise<void> {
    const cards = this.#cardsOf(run);
    if (cards.length === 0 || !run.started_at) return;
    const seconds = (Date.now() - run.started_at.getTime()) / 1000;
    const gpu = run.gpu ?? beginRunGpu(cards, run.id);
    await recordRunGpu(this.worker.db, run, sampleRunGpu(gpu, cards, seconds));
  }

  async #close(run: RunRow): Promise<void> {
    const { db, board } = this.worker;
    const cards = this.#cardsOf(run);
    const endedAt = run.exited_at ?? run.completed_at;
    const hopeless = !endedAt || Date.now() - endedAt.getTime() > GIVE_UP_MS;
    const readable = !board.stale && cards.length > 0;
    if (!readable && !hopeless) return;
    this.#open.delete(run.id);
    this.#closed.add(run.id);
    if (readable && endedAt) {
      await recordRunGpu(db, run, endRunGpu(run.gpu ?? neverSampled(cards, run.id), cards, run.id));
    }
  }

  /** The cards that a run has or had, as last read. */
  #cardsOf({ gpu, slot }: RunRow): GpuCard[] {
    const { slots, cards } = this.worker.board;
    const ids = slot?.split(",") ?? [];
    const uuids =
      gpu?.gpus.map(({ uuid }) => uuid) ??
      slots.filter(({ id }) => ids.includes(id)).map((each) => each.gpu);
    return cards.filter((card) => uuids.includes(card.uuid));
  }
}

const holdsGpu = ({ gpu, slot }: RunRow) => gpu !== null || slot?.startsWith("gpu-") === true;

/** For a run that ended before its cards were read: what was there before it is not known. */
function neverSampled(cards: readonly GpuCard[], run_id: string): RunGpu {
  const gpu = beginRunGpu(cards, run_id);
  return { ...gpu, memory: { ...gpu.memory, before: null } };
}
