import { formatMemory } from "./format-memory";
import type { GpuState, RunGpu } from "./gpu-state";

/** What a card does now, in short pieces: utilisation, memory, temperature, power; what is unknown is left out. */
export function describeGpu(gpu: GpuState): string[] {
  const { utilization, memory_used_mib, memory_total_mib, temperature_c, power_w, power_limit_w } =
    gpu;
  const limit = power_limit_w === null ? "" : ` of ${Math.round(power_limit_w)}`;
  return [
    utilization === null ? "" : `${utilization} % busy`,
    memory_used_mib === null
      ? ""
      : `${formatMemory(memory_used_mib)} of ${formatMemory(memory_total_mib)}`,
    temperature_c === null ? "" : `${temperature_c} °C`,
    power_w === null ? "" : `${Math.round(power_w)}${limit} W`,
    gpu.clock_sm_mhz === null ? "" : `${gpu.clock_sm_mhz} MHz`,
    gpu.mig ? "split (MIG)" : "",
  ].filter(Boolean);
}

/** A run's receipt of memory as labels and values. */
export function describeReceipt({ memory }: RunGpu): [label: string, value: string][] {
  const total = memory.total === null ? "" : ` of ${formatMemory(memory.total)}`;
  return [
    ["Memory before", formatMemory(memory.before)],
    ["Memory peak", `${formatMemory(memory.peak)}${total}`],
    ["Memory after", formatMemory(memory.after)],
  ];
}
