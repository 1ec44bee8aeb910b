import { sql } from "drizzle-orm";
import { loadingPhases } from "@/domain/phases/loading-phases";
import type { Span } from "@/domain/timeline/span";
import type { TimelineRun } from "@/domain/timeline/timeline-run";
import type { ServiceContext } from "../context";
import { sqlList } from "../runs/run-query";

/** A run may have waited this long before the window, or as long as the window is. */
const WAITED_MIN_MS = 86_400_000;
/** Of older runs, those that changed last are looked at, too. */
const CHANGED_MAX = 2000;
/** The front of the queue tells why slots are idle. */
const PENDING_MAX = 200;

type Row = TimelineRun & Record<string, unknown>;

/**
 * Runs that held a slot or waited within a window, the latest first, `limit` of them. There is no index
 * on when a run started, so each part reads a bounded range of an index that exists.
 */
export async function listTimelineRuns(
  ctx: Pick<ServiceContext, "db">,
  { start, end }: Span,
  limit: number,
): Promise<TimelineRun[]> {
  const from = new Date(start).toISOString();
  const to = new Date(end).toISOString();
  const since = new Date(start - Math.max(WAITED_MIN_MS, end - start)).toISOString();
  const within = sql`r.created_at < ${to}::timestamptz
    and coalesce(r.exited_at, r.completed_at, 'infinity') > ${from}::timestamptz`;
  const rows = await ctx.db.execute<Row>(sql`
    with found as (
      (select r.id from runs r
        where r.created_at >= ${since}::timestamptz and ${within} and r.status <> 'pending'
        order by r.created_at desc, r.id desc limit ${limit})
      union
      select r.id from runs r where r.status = 'running' and ${within}
      union
      select r.id from
        (select * from runs order by change_seq desc limit ${CHANGED_MAX}) r
        where r.status <> 'pending' and ${within}
      union
      (select r.id from runs r where r.status = 'pending' and ${within}
        order by r.priority desc, r.position, r.id limit ${PENDING_MAX})
    )
    select r.id, r.model_type, r.status, r.prompt_id, prompt.name as prompt_name, r.engine, r.slot,
      r.progress ->> 'phase' as phase,
      (select ${ms(sql`(mark ->> 'at')::timestamptz`)} from jsonb_array_elements(r.phases) mark
        where mark ->> 'phase' not in (${sqlList(loadingPhases)}) limit 1) as computes_at,
      ${ms(sql`r.created_at`)} as created_at, ${ms(sql`r.started_at`)} as started_at,
      ${ms(sql`coalesce(r.exited_at, r.completed_at)`)} as ended_at,
      case when parent.id is null then ${ms(sql`r.created_at`)}
        when parent.status = 'completed'
          then ${ms(sql`greatest(r.created_at, parent.completed_at)`)}
      end as ready_at
    from found
      join runs r on r.id = found.id
      join prompts prompt on prompt.id = r.prompt_id
      left join runs parent on parent.id = r.parent_run_id
    order by coalesce(r.started_at, r.created_at) desc
    limit ${limit}`);
  return [...rows];
}

const ms = (time: ReturnType<typeof sql>) => sql`round(extract(epoch from ${time}) * 1000)::float8`;
