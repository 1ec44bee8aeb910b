import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import type { RunRow } from "./run-record";

/** Notes that a pending run has no container any more; false when it is pending no longer. */
export async function releaseContainer(db: Db, run: Pick<RunRow, "id">): Promise<boolean> {
  const released = await db
    .update(runs)
    .set({ container_id: null, container_name: null })
    .where(and(eq(runs.id, run.id), eq(runs.status, "pending")))
    .returning({ id: runs.id });
  return released.length > 0;
}
