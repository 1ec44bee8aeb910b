import { asc, desc, eq } from "drizzle-orm";
import type { QueueRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { runs, settings } from "../db/schema";
import { findRuns } from "../runs/find-runs";

/** The queue's switch. */
export async function getQueueState(
  ctx: Pick<ServiceContext, "db">,
): Promise<Omit<QueueRecord, "items">> {
  const [row] = await ctx.db.select().from(settings);
  return {
    paused: row?.paused ?? false,
    paused_by: row?.paused_by ?? null,
    paused_at: row?.paused_at?.toISOString() ?? null,
  };
}

/** The queue: its switch, and up to 200 pending runs in the order in which they will start. */
export async function getQueue(ctx: Pick<ServiceContext, "db">): Promise<QueueRecord> {
  const state = await getQueueState(ctx);
  const items = await findRuns(ctx.db, eq(runs.status, "pending"), {
    orderBy: [desc(runs.priority), asc(runs.position), asc(runs.id)],
    limit: 200,
  });
  return { ...state, items };
}
