import type { GpuCard } from "@/domain/gpu/gpu-state";
import type { Env } from "@/env";
import type { FindOwners } from "../gpus/find-owners";
import type { GpuSource } from "../gpus/gpu-source";
import { coalesce } from "./coalesce";
import { type GpuTie, listSlots, unknownGpus } from "./list-slots";
import type { SlotBoard } from "./slot-board";
import type { Slot } from "./worker-context";

const CALM_MS = 15_000;

export interface GpuBoardOptions {
  settings: Pick<Env, "COSMOS_GPUS" | "COSMOS_SLOTS">;
  source: GpuSource;
  findOwners: FindOwners;
  tie: GpuTie;
  /** How old a reading may be while nothing happens, and how long a failed one is not tried again. */
  calmMs?: number;
}

/** The slots of the GPUs that an engine's host has, as they are found. */
export class GpuBoard implements SlotBoard {
  #slots: readonly Slot[] = [];
  #cards: readonly GpuCard[] = [];
  #problem: string | null = null;
  #stale = false;
  /** A reading has ended, well or not. */
  #known = false;
  #taken: ReadonlySet<string> = new Set();
  /** When the newest reading began, in ms since an arbitrary time. */
  #readAt = -Infinity;

  constructor(readonly options: GpuBoardOptions) {}

  get slots(): readonly Slot[] {
    return this.#slots;
  }

  get cards(): readonly GpuCard[] {
    return this.#cards;
  }

  get problem(): string | null {
    return this.#problem;
  }

  get stale(): boolean {
    return this.#stale;
  }

  noteTaken(slots: Iterable<string>): void {
    this.#taken = new Set(slots);
  }

  async refresh(maxAgeMs?: number): Promise<void> {
    const { calmMs = CALM_MS } = this.options;
    // A driver that fails is not made better by asking it all the time.
    const age = this.#stale ? calmMs : (maxAgeMs ?? calmMs);
    if (performance.now() - this.#readAt < age) return;
    const reading = this.#read();
    if (maxAgeMs !== undefined || !this.#known) await reading;
  }

  readonly #read = coalesce(async () => {
    this.#readAt = performance.now();
    const { settings, source } = this.options;
    try {
      const found = await source.read();
      const cards = found && (await this.#own(found));
      const unknown = cards ? unknownGpus(settings, cards) : [];
      this.#replaceSlots(cards);
      this.#cards = cards ?? [];
      this.#stale = false;
      this.#problem =
        unknown.length > 0
          ? `COSMOS_GPUS names ${unknown.join(", ")}, and this engine has no such GPU.`
          : null;
    } catch (error) {
      this.#stale = true;
      this.#problem = error instanceof Error ? error.message : String(error);
      // What was known goes on; without anything known, names are trusted.
      if (this.#slots.length === 0) this.#slots = listSlots(settings, null, this.options.tie);
    }
    this.#known = true;
  });

  /** Notes which of the programs on the cards belong to runs of ours. */
  async #own(cards: readonly GpuCard[]): Promise<GpuCard[]> {
    const pids = cards.flatMap((card) => card.processes.map(({ pid }) => pid));
    const owners = await this.options.findOwners(pids);
    return cards.map((card) => ({
      ...card,
      processes: card.processes.map((process) => ({
        ...process,
        run_id: owners.get(process.pid) ?? null,
      })),
    }));
  }

  /** Slots that hold a run stay as they are, whatever was read. */
  #replaceSlots(cards: readonly GpuCard[] | null): void {
    const slots = listSlots(this.options.settings, cards, this.options.tie);
    if (JSON.stringify(slots) === JSON.stringify(this.#slots)) return;
    const kept = this.#slots.filter((slot) => this.#taken.has(slot.id));
    const isKept = ({ id, gpu }: Slot) =>
      kept.some((slot) => slot.id === id || (gpu !== null && slot.gpu === gpu));
    this.#slots = [...kept, ...slots.filter((slot) => !isKept(slot))].sort(byPlaceIn(slots));
  }
}

/** The order of `slots`; those that are not among them come last. */
function byPlaceIn(slots: readonly Slot[]) {
  const place = ({ id }: Slot) => {
    const at = slots.findIndex((slot) => slot.id === id);
    return at === -1 ? slots.length : at;
  };
  return (a: Slot, b: Slot) => place(a) - place(b);
}
