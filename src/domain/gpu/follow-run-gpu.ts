import { addSample } from "./add-sample";
import type { GpuCard, GpuSample, HoldingProcess, RunGpu } from "./gpu-state";
import { sumKnown } from "./sum-known";

/** What is known of a run's GPUs when it has just been claimed; memory of its own is not "before". */
export function beginRunGpu(cards: readonly GpuCard[], run_id: string): RunGpu {
  return {
    gpus: cards.map(({ uuid, index, name }) => ({ uuid, index, name })),
    samples: [],
    memory: {
      before: usedWithout(cards, (process) => process.run_id === run_id),
      peak: null,
      after: null,
      total: sumKnown(cards.map((card) => card.memory_total_mib)),
      held_by: [],
    },
    throttled: [],
  };
}

/** Adds what its GPUs do `seconds` after its start. */
export function sampleRunGpu(gpu: RunGpu, cards: readonly GpuCard[], seconds: number): RunGpu {
  const sample = sampleOf(cards, seconds);
  const peaks = [gpu.memory.peak, sample.memory_mib].filter((value) => value !== null);
  const seen = cards.flatMap((card) => card.throttle_reason ?? []);
  return {
    ...gpu,
    samples: addSample(gpu.samples, sample),
    memory: { ...gpu.memory, peak: peaks.length > 0 ? Math.max(...peaks) : null },
    throttled: [...new Set([...gpu.throttled, ...seen])],
  };
}

/** Adds what is left of a run that has ended; what other runs hold by then is theirs. */
export function endRunGpu(gpu: RunGpu, cards: readonly GpuCard[], run_id: string): RunGpu {
  const isOther = (process: HoldingProcess) => process.run_id !== null && process.run_id !== run_id;
  const holding = cards.flatMap((card) => card.processes).filter((process) => !isOther(process));
  return {
    ...gpu,
    memory: {
      ...gpu.memory,
      after: usedWithout(cards, isOther),
      held_by: holding.map(({ pid, name, memory_mib }) => ({ pid, name, memory_mib })),
    },
  };
}

function sampleOf(cards: readonly GpuCard[], seconds: number): GpuSample {
  const known = (read: (card: GpuCard) => number | null) =>
    cards.map(read).filter((value) => value !== null);
  const utilizations = known((card) => card.utilization);
  const temperatures = known((card) => card.temperature_c);
  const power = sumKnown(cards.map((card) => card.power_w));
  const busy = utilizations.reduce((sum, value) => sum + value, 0) / utilizations.length;
  return {
    t: Math.max(0, Math.round(seconds * 10) / 10),
    utilization: utilizations.length > 0 ? Math.round(busy) : null,
    memory_mib: sumKnown(cards.map((card) => card.memory_used_mib)),
    temperature_c: temperatures.length > 0 ? Math.max(...temperatures) : null,
    power_w: power === null ? null : Math.round(power),
  };
}

function usedWithout(
  cards: readonly GpuCard[],
  isExcluded: (process: HoldingProcess) => boolean,
): number | null {
  const used = sumKnown(cards.map((card) => card.memory_used_mib));
  if (used === null) return null;
  const excluded = cards.flatMap((card) => card.processes).filter(isExcluded);
  const held = sumKnown(excluded.map((process) => process.memory_mib)) ?? 0;
  return Math.max(0, used - held);
}
