import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseConnection } from "@/server/db/database-connection";
import { openSession } from "@/server/db/open-session";

/** A process that just ended may seem to be connected for a moment. */
const PATIENCE_MS = 600;
const POLL_MS = 50;

/** Whether others than this process are connected to the database server. */
export async function isInUse(connection: DatabaseConnection): Promise<boolean> {
  try {
    const session = await openSession(connection);
    try {
      const until = Date.now() + PATIENCE_MS;
      for (;;) {
        const others = await session.sql`
          select from pg_stat_activity
          where backend_type = 'client backend' and pid <> pg_backend_pid()`;
        if (others.length === 0) return false;
        if (Date.now() > until) return true;
        await sleep(POLL_MS);
      }
    } finally {
      await session.close().catch(() => undefined);
    }
  } catch {
    return false;
  }
}
