import type { GpuCard, GpuState } from "./gpu-state";
import { sumKnown } from "./sum-known";

/** What everyone may see of a card: of its programs only the foreign ones. */
export function toGpuState({ processes, ...card }: GpuCard): GpuState {
  const ours = processes.filter((process) => process.run_id !== null);
  const foreign = processes.filter((process) => process.run_id === null);
  const { memory_total_mib: total, memory_used_mib: used } = card;
  // A run of ours that ends gives back what it holds before its slot takes the next one.
  const held = sumKnown(ours.map((process) => process.memory_mib)) ?? 0;
  const available = total === null || used === null ? null : Math.min(total, total - used + held);
  return {
    ...card,
    memory_available_mib: available,
    foreign: foreign.map(({ run_id: _, ...process }) => process),
  };
}
