import { asc, eq } from "drizzle-orm";
import type { RunEventRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { runEvents } from "../db/schema";
import { resolveRunId } from "./resolve-run-id";

/** A run's timeline, oldest first. @throws AppError `not_found` */
export async function listRunEvents(
  ctx: Pick<ServiceContext, "db">,
  id: string,
): Promise<RunEventRecord[]> {
  const runId = await resolveRunId(ctx.db, id);
  const rows = await ctx.db
    .select()
    .from(runEvents)
    .where(eq(runEvents.run_id, runId))
    .orderBy(asc(runEvents.id));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
