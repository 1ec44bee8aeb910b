import type { GpuState } from "@/domain/gpu/gpu-state";
import type { EngineRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { countRuns } from "./count-runs";
import { listEngines } from "./list-engines";

/** Counts and states in Prometheus' text format. */
export async function renderMetrics(ctx: Pick<ServiceContext, "db">): Promise<string> {
  const [counts, engines] = await Promise.all([countRuns(ctx), listEngines(ctx)]);
  const runs = Object.entries(counts).flatMap(([type, byStatus]) =>
    Object.entries(byStatus).map(
      ([status, total]) => `cosmos_runs{model_type="${type}",status="${status}"} ${total}`,
    ),
  );
  const healthy = engines.map(
    ({ name, health }) => `cosmos_engine_healthy{engine="${name}"} ${Number(health === "healthy")}`,
  );
  const slots = engines.flatMap(({ name, slots }) =>
    slots.map(
      ({ id, run_id }) =>
        `cosmos_slot_busy{engine="${name}",slot="${id}"} ${Number(run_id !== null)}`,
    ),
  );
  return [
    ...gauge("cosmos_runs", "Runs by type and status.", runs),
    ...gauge("cosmos_engine_healthy", "1 while the engine answers its worker.", healthy),
    ...gauge("cosmos_slot_busy", "1 while the slot holds a run.", slots),
    ...gpuGauges(engines),
    "",
  ].join("\n");
}

const gauge = (name: string, help: string, samples: string[]) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} gauge`,
  ...samples,
];

const MIB = 1024 * 1024;
const bytes = (mib: number | null) => mib && mib * MIB;

const gpuMetrics: [name: string, help: string, read: (gpu: GpuState) => number | null][] = [
  ["utilization_percent", "Time in which a kernel ran.", (gpu) => gpu.utilization],
  ["memory_used_bytes", "Memory in use.", (gpu) => bytes(gpu.memory_used_mib)],
  ["memory_total_bytes", "Memory of the card.", (gpu) => bytes(gpu.memory_total_mib)],
  ["temperature_celsius", "Temperature.", (gpu) => gpu.temperature_c],
  ["power_watts", "Power drawn.", (gpu) => gpu.power_w],
  ["throttled", "1 while it is slowed down.", (gpu) => Number(gpu.throttle_reason !== null)],
  ["foreign_processes", "Programs on it that belong to no run.", (gpu) => gpu.foreign.length],
];

/** What is not known, or of an engine that is not, has no sample. */
function gpuGauges(engines: readonly EngineRecord[]): string[] {
  const gpus = engines
    .filter(({ health }) => health === "healthy")
    .flatMap(({ name, gpus }) => gpus.map((gpu) => ({ engine: name, gpu })));
  if (gpus.length === 0) return [];
  return gpuMetrics.flatMap(([metric, help, read]) => {
    const name = `cosmos_gpu_${metric}`;
    const samples = gpus.flatMap(({ engine, gpu }) => {
      const value = read(gpu);
      const labels = `engine="${engine}",gpu="${gpu.index}",uuid="${gpu.uuid}"`;
      return value === null ? [] : `${name}{${labels}} ${value}`;
    });
    return gauge(name, help, samples);
  });
}
