import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import { recordEvents } from "./record-event";
import type { RunRow } from "./run-record";

/**
 * Notes what is odd about a running run, or with null that nothing is any more. A warning goes into the
 * timeline when it comes up, not while it lasts.
 */
export async function recordWarning(
  db: Db,
  run: Pick<RunRow, "id" | "attempt">,
  warning: string | null,
): Promise<void> {
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(runs)
      .set({ warning })
      .where(
        and(
          eq(runs.id, run.id),
          eq(runs.attempt, run.attempt),
          eq(runs.status, "running"),
          sql`${runs.warning} is distinct from ${warning}`,
        ),
      )
      .returning({ id: runs.id });
    if (changed.length === 0 || warning === null) return;
    await recordEvents(tx, [
      { run_id: run.id, type: "warning", actor: "worker", message: warning },
    ]);
  });
}
