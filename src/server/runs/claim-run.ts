import { sql } from "drizzle-orm";
import type { Db } from "../db/open-database";

export interface Claim {
  run_id: string;
  engine: string;
  /** The slots it takes, one for each GPU; at least one. */
  slots: readonly string[];
  /** Ids of the gated containers known to wait: only with one of these is a staged run ready. */
  staged: readonly string[];
}

/** A run that was claimed and its gated container if one is ready. */
export type Claimed = { id: string; container_id: string | null };

/**
 * Takes a pending run into free slots. One guarded statement: of two workers that want it only one gets
 * it, and the leases that a trigger keeps let no second run into a slot. Undefined when the run may not start
 * (any more), or a slot was taken meanwhile.
 */
export async function claimRun(db: Db, claim: Claim): Promise<Claimed | undefined> {
  const { run_id, engine } = claim;
  const staged = sql`${sql.param(claim.staged)}::text[]`;
  const slot = claim.slots.join(",");
  const message = `Claimed for slot ${claim.slots.join(", ")} of ${engine}.`;
  try {
    const claimed = await db.execute<Claimed>(sql`
      with next as (
        select r.id from runs r
          left join runs parent on parent.id = r.parent_run_id
        where r.id = ${run_id}
          and r.status = 'pending'
          and r.cancel_requested_at is null
          and (parent.id is null or parent.status = 'completed')
          and not exists (select from settings where paused)
          and not exists (select from engines where name = ${engine} and draining)
        for update of r skip locked
      ), taken as (
        update runs set
          status = 'running', engine = ${engine}, slot = ${slot},
          attempt = attempt + 1, started_at = clock_timestamp(), progress = null, phases = '[]',
          wait_reason = null, warning = null, gpu = null,
          container_id = case when container_id = any(${staged}) then container_id end
        from next where runs.id = next.id
        returning runs.id, runs.container_id
      ), told as (
        insert into run_events (run_id, type, actor, message)
        select id, 'started', 'worker', ${message} from taken
      )
      select id, container_id from taken`);
    return claimed[0];
  } catch (error) {
    if (isSlotTaken(error)) return undefined;
    throw error;
  }
}

function isSlotTaken(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code, constraint_name } = cause as { code?: string; constraint_name?: string };
  return code === "23505" && constraint_name?.startsWith("slot_leases") === true;
}
