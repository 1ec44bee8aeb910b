import { sql } from "drizzle-orm";
import type { WorkerContext } from "./worker-context";

/**
 * Removes what is written of engines that no longer exist: none of ours, silent for a minute and without
 * a running run. One that still holds a run stays, as unknown, until it is back or its run given up.
 */
export async function forgetEngines({ db, waitReasons }: WorkerContext): Promise<void> {
  const ours = sql`${sql.param(waitReasons.engines)}::text[]`;
  await db.execute(sql`
    with gone as (
      delete from engines e
      where not (e.name = any(${ours}))
        and e.heartbeat_at < now() - interval '1 minute'
        and not exists (select from runs r where r.engine = e.name and r.status = 'running')
      returning e.name
    ) delete from observations where engine in (select name from gone)`);
}
