import { sql } from "drizzle-orm";
import type { Db } from "../db/open-database";

/** Ids of the pending runs that wait for nothing but a slot, in the order in which they will start. */
export async function listNextRuns(db: Db, limit: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select r.id from runs r
      left join runs parent on parent.id = r.parent_run_id
    where r.status = 'pending'
      and r.cancel_requested_at is null
      and (parent.id is null or parent.status = 'completed')
      and not exists (select from settings where paused)
    order by r.priority desc, r.position, r.id
    limit ${limit}`);
  return rows.map((row) => row.id);
}
