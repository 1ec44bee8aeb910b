import type { GpuProcess } from "./gpu-state";

/** `python (pid 4242) holds 30000 MiB`, several joined by "and"; null when there are none. */
export function describeHolders(processes: readonly GpuProcess[]): string | null {
  const each = processes.map(({ name, pid, memory_mib }) => {
    const share = memory_mib === null ? "memory" : `${memory_mib} MiB`;
    return `${name} (pid ${pid}) holds ${share}`;
  });
  return each.length > 0 ? each.join(" and ") : null;
}
