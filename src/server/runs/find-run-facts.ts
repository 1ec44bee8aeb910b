import { type SQL, sql } from "drizzle-orm";
import type { RunFacts } from "@/domain/bulk/plan-bulk";
import type { ServiceContext } from "../context";

const alive = sql`('pending', 'running', 'completed')`;

interface Asked {
  /** Which runs; speaks of `runs r`. */
  where: SQL;
  /** An upscale made after this moment counts, however it ended. */
  as_of: string;
  limit: number;
}

/** What must be known of runs to act on many of them, newest first. */
export async function findRunFacts(
  ctx: Pick<ServiceContext, "db">,
  { where, as_of, limit }: Asked,
): Promise<RunFacts[]> {
  const rows = await ctx.db.execute<RunFacts & Record<string, unknown>>(sql`
    with recursive retries as materialized (
      select id, status, execution_config ->> 'retry_of_run_id' as of from runs
      where execution_config ? 'retry_of_run_id'
    ), living as (
      select of from retries where status in ${alive}
      union select t.of from retries t join living on living.of = t.id
    )
    select r.id, r.model_type, r.status, r.rating, r.parent_run_id,
      array(select c.id from runs c where c.parent_run_id = r.id) as child_run_ids,
      r.cancel_requested_at is not null and r.completed_at is null as cancelling,
      r.outputs ? 'output_path' as has_video,
      exists (select from runs u where u.parent_run_id = r.id and u.model_type = 'upscale'
        and (u.status in ${alive} or u.created_at > ${as_of}::timestamptz)) as upscaled,
      r.id in (select of from retries) as retried,
      r.parent_run_id is null or parent.status in ${alive}
        or r.parent_run_id in (select of from living) as parent_alive
    from runs r left join runs parent on parent.id = r.parent_run_id
    where ${where}
    order by r.created_at desc, r.id desc limit ${limit}`);
  return [...rows];
}
