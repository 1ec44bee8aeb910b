import { eq } from "drizzle-orm";
import type { RunStatus } from "@/domain/run-status";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import type { RunRow } from "./run-record";

/** The status of a run's parent; null when it has none. */
export async function readParentStatus(
  db: Db,
  run: Pick<RunRow, "parent_run_id">,
): Promise<RunStatus | null> {
  if (!run.parent_run_id) return null;
  const [row] = await db
    .select({ status: runs.status })
    .from(runs)
    .where(eq(runs.id, run.parent_run_id));
  return row?.status ?? null;
}
