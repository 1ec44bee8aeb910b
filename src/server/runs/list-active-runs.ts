import { sql } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { readRows } from "./read-rows";
import type { RunRow } from "./run-record";

/**
 * The runs that may need something of an engine: those running there, pending ones that have a
 * container, were asked to be cancelled or have lost their parent, and those named.
 */
export async function listActiveRuns(
  db: Db,
  engine: string,
  also: readonly string[],
): Promise<RunRow[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from runs where status = 'running' and engine = ${engine}
    union
    select r.id from runs r left join runs parent on parent.id = r.parent_run_id
    where r.status = 'pending' and (
      r.container_id is not null or r.cancel_requested_at is not null
      or parent.status in ('failed', 'cancelled'))`);
  return readRows(db, [...new Set([...rows.map((row) => row.id), ...also])]);
}
