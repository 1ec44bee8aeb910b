import type { GpuState } from "@/domain/gpu/gpu-state";
import type { Slot } from "./worker-context";

/** The slots of one engine and what is known of its GPUs. */
export interface SlotBoard {
  /** In the order in which they are filled. */
  readonly slots: readonly Slot[];
  /** As last read; empty where there are none or they cannot be read. */
  readonly gpus: readonly GpuState[];
  /** Looks again if what is known is old; never throws. */
  refresh(): Promise<void>;
}

/** A board whose slots are known beforehand and whose cards cannot be read. */
export function fixedBoard(slots: readonly Slot[]): SlotBoard {
  return { slots, gpus: [], refresh: async () => {} };
}
