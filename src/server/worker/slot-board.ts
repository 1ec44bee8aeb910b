import type { GpuCard } from "@/domain/gpu/gpu-state";
import type { Slot } from "./worker-context";

/** The slots of one engine and what is known of its GPUs. */
export interface SlotBoard {
  /** In the order in which they are filled. */
  readonly slots: readonly Slot[];
  /** As last read; empty where there are none or they were never read. */
  readonly cards: readonly GpuCard[];
  /** The last reading failed: what is known is older. */
  readonly stale: boolean;
  /** What is wrong with the GPUs or with their reading, in words. */
  readonly problem: string | null;
  /** Is told which slots hold runs: they stay, whatever is read. */
  noteTaken(slots: Iterable<string>): void;
  /**
   * Looks again unless what is known is younger than `maxAgeMs`; never throws. Without an age nobody waits
   * for it: what is older than 15 s is looked at in the background.
   */
  refresh(maxAgeMs?: number): Promise<void>;
}

/** A board whose slots are known beforehand and whose cards cannot be read. */
export function fixedBoard(slots: readonly Slot[]): SlotBoard {
  return {
    slots,
    cards: [],
    stale: false,
    problem: null,
    noteTaken: () => {},
    refresh: async () => {},
  };
}
