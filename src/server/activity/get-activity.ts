import { sql } from "drizzle-orm";
import type { ActivityRecord } from "@/domain/records";
import type { RunStatus } from "@/domain/run-status";
import type { ServiceContext } from "../context";
import { listRuns } from "../runs/list-runs";
import type { RunFilter } from "../runs/run-query";
import { countRuns } from "./count-runs";
import { getQueueState } from "./get-queue";
import { listContainers } from "./list-containers";
import { listEngines } from "./list-engines";

const RECENT = 24;
const ACTIVE_MAX = 200;
const terminal = ["completed", "failed", "cancelled"] as const;

/** Everything that happens on the GPUs now: runs matched with containers, filtered by the runs' facts. */
export async function getActivity(
  ctx: Pick<ServiceContext, "db">,
  filter: RunFilter,
): Promise<ActivityRecord> {
  // Read first: what changes while the rest is read is then sent again, not missed.
  const cursor = await readCursor(ctx);
  const page = async (wanted: readonly RunStatus[], limit: number) => {
    const status = filter.status?.length
      ? wanted.filter((each) => filter.status?.includes(each))
      : [...wanted];
    return status.length > 0 ? (await listRuns(ctx, { ...filter, status, limit })).items : [];
  };
  const [running, pending, recent, live, counts] = await Promise.all([
    page(["running"], ACTIVE_MAX),
    page(["pending"], ACTIVE_MAX),
    page(terminal, RECENT),
    getLiveState(ctx),
    countRuns(ctx),
  ]);
  pending.sort((a, b) => b.priority - a.priority || a.position - b.position);
  return { ...live, running, pending, recent, counts, cursor };
}

/** The part of the activity that is no run: engines, queue and containers. */
export async function getLiveState(ctx: Pick<ServiceContext, "db">) {
  const [engines, queue, containers, running] = await Promise.all([
    listEngines(ctx),
    getQueueState(ctx),
    listContainers(ctx),
    ctx.db.execute<{ id: string }>(
      sql`select id from runs where status = 'running' and exited_at is null and container_id is not null`,
    ),
  ]);
  const healthy = engines.some((engine) => engine.health === "healthy");
  const seen = new Set(containers.map((container) => container.run_id));
  return {
    engines,
    queue,
    containers,
    orphans: containers.filter((container) => container.orphan),
    missing: healthy ? running.map((run) => run.id).filter((id) => !seen.has(id)) : [],
  };
}

/** The cursor of now: `activity.watch` tells what changes after it. */
export async function readCursor(ctx: Pick<ServiceContext, "db">): Promise<number> {
  const [row] = await ctx.db.execute<{ seq: string | null }>(
    sql`select max(change_seq) as seq from runs`,
  );
  return Number(row?.seq ?? 0);
}
