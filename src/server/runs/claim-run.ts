import { sql } from "drizzle-orm";
import type { Db } from "../db/open-database";

export interface Claim {
  engine: string;
  slot: string;
  /** Ids of the gated containers known to wait: only with one of these is a staged run ready. */
  staged: string[];
}

/** A run that was claimed, its slot, and its gated container if one is ready. */
export type Claimed = { id: string; slot: string; container_id: string | null };

/**
 * Takes the next pending run for a free slot: highest priority first, then the order of the queue,
 * children only after their parent's completion, nothing while the queue is paused. One guarded
 * statement: two workers never get the same run, and the unique index on slots lets no second run
 * into one. Undefined when there is none, or the slot was taken meanwhile.
 */
export async function claimRun(db: Db, claim: Claim): Promise<Claimed | undefined> {
  try {
    const claimed = await db.execute<Claimed>(sql`
      with next as (
        select r.id from runs r
          left join runs parent on parent.id = r.parent_run_id
        where r.status = 'pending'
          and r.cancel_requested_at is null
          and (parent.id is null or parent.status = 'completed')
          and not exists (select from settings where paused)
        order by r.priority desc, r.position, r.id
        limit 1
        for update of r skip locked
      ), taken as (
        update runs set
          status = 'running', engine = ${claim.engine}, slot = ${claim.slot},
          attempt = attempt + 1, started_at = clock_timestamp(), progress = null,
          container_id = case
            when container_id = any(${sql.param(claim.staged)}::text[]) then container_id end
        from next where runs.id = next.id
        returning runs.id, runs.slot, runs.container_id
      ), told as (
        insert into run_events (run_id, type, actor, message)
        select id, 'started', 'worker', ${`Claimed for slot ${claim.slot}.`} from taken
      )
      select id, slot, container_id from taken`);
    return claimed[0];
  } catch (error) {
    if (isSlotTaken(error)) return undefined;
    throw error;
  }
}

function isSlotTaken(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code, constraint_name } = cause as { code?: string; constraint_name?: string };
  return code === "23505" && constraint_name === "runs_slot";
}
