import { explainThrottle } from "./explain-throttle";
import type { GpuCard } from "./gpu-state";
import { readNumber, readText } from "./read-value";
import { splitRow } from "./split-row";

const fields = [
  "index",
  "uuid",
  "name",
  "driver_version",
  "utilization.gpu",
  "memory.total",
  "memory.used",
  "temperature.gpu",
  "power.draw",
  "power.limit",
  "clocks.sm",
  "mig.mode.current",
];

/** What to ask `nvidia-smi --query-gpu` for, newest drivers first: one unknown field fails the whole query. */
export const gpuQueries: readonly (readonly string[])[] = [
  [...fields, "clocks_event_reasons.active"],
  // Before R535.
  [...fields, "clocks_throttle_reasons.active"],
  fields.slice(0, -1),
];

/**
 * Parses the answer to one of `gpuQueries` (`--format=csv,noheader,nounits`; MiB, %, °C, W, MHz).
 * Lines that are no GPU, such as warnings, are passed over.
 */
export function parseGpus(csv: string, query: readonly string[]): GpuCard[] {
  return csv.split("\n").flatMap((line) => {
    const cells = splitRow(line, query.length, query.indexOf("name"));
    const cell = (field: string) => cells?.[query.indexOf(field)];
    const index = readNumber(cell("index"));
    const uuid = readText(cell("uuid"));
    if (index === null || !uuid) return [];
    return {
      uuid,
      index,
      name: readText(cell("name")) ?? "GPU",
      driver_version: readText(cell("driver_version")),
      utilization: readNumber(cell("utilization.gpu")),
      memory_total_mib: readNumber(cell("memory.total")),
      memory_used_mib: readNumber(cell("memory.used")),
      mig: cell("mig.mode.current") === "Enabled",
      temperature_c: readNumber(cell("temperature.gpu")),
      power_w: readNumber(cell("power.draw")),
      power_limit_w: readNumber(cell("power.limit")),
      clock_sm_mhz: readNumber(cell("clocks.sm")),
      throttle_reason: explainThrottle(readMask(cell(query.at(-1) ?? ""))),
      processes: [],
    };
  });
}

function readMask(cell: string | undefined): number | null {
  return cell !== undefined && /^0x[\da-f]+$/i.test(cell) ? Number(cell) : null;
}
