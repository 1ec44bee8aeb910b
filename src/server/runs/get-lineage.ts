import { asc, inArray, sql } from "drizzle-orm";
import type { RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";
import { findRuns } from "./find-runs";
import { resolveRunId } from "./resolve-run-id";

/** The whole family of a run: its first ancestor and everything made from it, oldest first. */
export async function getLineage(
  ctx: Pick<ServiceContext, "db">,
  id: string,
): Promise<RunRecord[]> {
  const runId = await resolveRunId(ctx.db, id);
  const family = await ctx.db.execute<{ id: string }>(sql`
    with recursive up as (
      select id, parent_run_id from runs where id = ${runId}
      union select r.id, r.parent_run_id from runs r join up on r.id = up.parent_run_id
    ), down as (
      select id from up where parent_run_id is null
      union select r.id from runs r join down on r.parent_run_id = down.id
    )
    select id from down limit 500`);
  const ids = family.map((row) => row.id);
  return findRuns(ctx.db, inArray(runs.id, ids), { orderBy: [asc(runs.created_at), asc(runs.id)] });
}
