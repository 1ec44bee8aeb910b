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
    "",
  ].join("\n");
}

const gauge = (name: string, help: string, samples: string[]) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} gauge`,
  ...samples,
];
