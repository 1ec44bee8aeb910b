import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";
import { refused } from "../errors";
import { findRuns } from "./find-runs";

/**
 * The run of this id, or the newest retry of it that has not failed.
 * @throws AppError `refused` when all have failed
 */
export async function findLivingParent(ctx: ServiceContext, parentId: string): Promise<RunRecord> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    with recursive retries as (
      select id from runs where id = ${parentId}
      union select r.id from runs r join retries t on r.execution_config ->> 'retry_of_run_id' = t.id
    ) select id from retries`);
  const [parent] = await findRuns(
    ctx.db,
    and(
      inArray(
        runs.id,
        rows.map((row) => row.id),
      ),
      inArray(runs.status, ["pending", "running", "completed"]),
    ),
    { orderBy: [desc(sql`(${eq(runs.status, "completed")})`), desc(runs.created_at)], limit: 1 },
  );
  if (!parent) throw refused(`Its parent run ${parentId} did not complete: retry that one first.`);
  return parent;
}
