import type { GpuProcess } from "./gpu-state";
import { readNumber, readText } from "./read-value";
import { splitRow } from "./split-row";

/** What to ask `nvidia-smi --query-compute-apps` for. */
export const computeAppFields = ["gpu_uuid", "pid", "process_name", "used_gpu_memory"];

/** A program that holds memory of the GPU `uuid`; its pid is that of the host. */
export interface ComputeApp extends GpuProcess {
  uuid: string;
}

/** Parses the answer (`--format=csv,noheader,nounits`); what is no such line is passed over. */
export function parseComputeApps(csv: string): ComputeApp[] {
  return csv.split("\n").flatMap((line) => {
    const cells = splitRow(line, computeAppFields.length, 2);
    const [uuid, pid, name, memory] = cells ?? [];
    const number = readNumber(pid);
    if (!uuid || number === null) return [];
    const program = readText(name)?.split(/[/\\]/).at(-1);
    return { uuid, pid: number, name: program || "a program", memory_mib: readNumber(memory) };
  });
}
