import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import type { RunRow } from "./run-record";

/** Notes which container belongs to an active run. */
export async function recordContainer(
  db: Db,
  run: Pick<RunRow, "id">,
  container: { id: string; name: string },
): Promise<void> {
  await db
    .update(runs)
    .set({ container_id: container.id, container_name: container.name })
    .where(and(eq(runs.id, run.id), inArray(runs.status, ["pending", "running"])));
}
