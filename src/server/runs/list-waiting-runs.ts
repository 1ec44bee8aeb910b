import { sql } from "drizzle-orm";
import type { Db } from "../db/open-database";

export type WaitingRun = {
  id: string;
  model_type: string;
  execution_config: Record<string, unknown>;
  wait_reason: string | null;
};

/**
 * The pending runs that wait for nothing but a place, in the order in which they start: highest
 * priority first, then the order of the queue; children only after their parent's completion.
 */
export async function listWaitingRuns(db: Db, limit: number): Promise<WaitingRun[]> {
  const rows = await db.execute<WaitingRun>(sql`
    select r.id, r.model_type, r.execution_config, r.wait_reason from runs r
      left join runs parent on parent.id = r.parent_run_id
    where r.status = 'pending'
      and r.cancel_requested_at is null
      and (parent.id is null or parent.status = 'completed')
      and not exists (select from settings where paused)
    order by r.priority desc, r.position, r.id
    limit ${limit}`);
  return [...rows];
}
