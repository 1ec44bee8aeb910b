import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import type { RunRow } from "./run-record";

/** Notes that a run has no container any more; false when its status is another one by now. */
export async function releaseContainer(
  db: Db,
  run: Pick<RunRow, "id" | "status">,
): Promise<boolean> {
  const released = await db
    .update(runs)
    .set({ container_id: null, container_name: null })
    .where(and(eq(runs.id, run.id), eq(runs.status, run.status)))
    .returning({ id: runs.id });
  return released.length > 0;
}
