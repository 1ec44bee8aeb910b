import { explainThrottle } from "./explain-throttle";
import type { GpuCard } from "./gpu-state";

interface Metric {
  name: string;
  labels: Record<string, string>;
  value: number | null;
}

/** From here on, a value says why there is none: "blank", "not supported", … (dcgm_structs.h). */
const BLANK = 140_737_488_355_328;

/**
 * Parses the `/metrics` of NVIDIA's DCGM exporter. It tells no processes, and nothing of an instance of
 * a split card is taken for the card itself.
 */
export function parseDcgm(text: string): GpuCard[] {
  const byUuid = new Map<string, Metric[]>();
  for (const metric of text.split("\n").flatMap((line) => parseMetric(line) ?? [])) {
    const uuid = metric.labels.UUID;
    if (uuid && metric.name.startsWith("DCGM_")) {
      byUuid.set(uuid, [...(byUuid.get(uuid) ?? []), metric]);
    }
  }
  const cards = [...byUuid].flatMap(([uuid, metrics]) => toCard(uuid, metrics) ?? []);
  return cards.sort((a, b) => a.index - b.index);
}

function toCard(uuid: string, metrics: readonly Metric[]): GpuCard | null {
  const labels = metrics[0]?.labels ?? {};
  const index = Number(labels.gpu);
  if (!Number.isInteger(index)) return null;
  const whole = metrics.filter((metric) => !metric.labels.GPU_I_ID);
  const value = (...names: string[]) =>
    whole.find((metric) => names.includes(metric.name) && metric.value !== null)?.value ?? null;
  const used = value("DCGM_FI_DEV_FB_USED");
  const free = value("DCGM_FI_DEV_FB_FREE");
  const sum = used === null || free === null ? null : used + free;
  return {
    uuid,
    index,
    name: labels.modelName || "GPU",
    driver_version: labels.DCGM_FI_DRIVER_VERSION || null,
    utilization: value("DCGM_FI_DEV_GPU_UTIL"),
    memory_total_mib: value("DCGM_FI_DEV_FB_TOTAL") ?? sum,
    memory_used_mib: used,
    mig: whole.length < metrics.length,
    temperature_c: value("DCGM_FI_DEV_GPU_TEMP"),
    power_w: value("DCGM_FI_DEV_POWER_USAGE"),
    power_limit_w: value("DCGM_FI_DEV_POWER_MGMT_LIMIT"),
    clock_sm_mhz: value("DCGM_FI_DEV_SM_CLOCK"),
    throttle_reason: explainThrottle(
      value("DCGM_FI_DEV_CLOCKS_EVENT_REASONS", "DCGM_FI_DEV_CLOCK_THROTTLE_REASONS"),
    ),
    processes: [],
  };
}

/** One sample line of Prometheus' text format; null for comments and what cannot be read. */
function parseMetric(line: string): Metric | null {
  const found = /^(\w+)\{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\}\s+(\S+)/.exec(line);
  if (!found) return null;
  const [, name = "", inner = "", given = ""] = found;
  const pairs = [...inner.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
  const labels = Object.fromEntries(
    pairs.map(([, key = "", text = ""]) => [key, text.replace(/\\(.)/g, "$1")]),
  );
  const value = Number(given);
  return { name, labels, value: Number.isFinite(value) && value < BLANK ? value : null };
}
