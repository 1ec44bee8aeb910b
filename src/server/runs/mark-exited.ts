import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import type { RunRow } from "./run-record";

/** Notes that a run's container has ended: its slot is free from now on, its settling may take time. */
export async function markExited(
  db: Db,
  run: Pick<RunRow, "id" | "attempt">,
  exitCode: number | null,
): Promise<void> {
  await db
    .update(runs)
    .set({ exited_at: new Date(), exit_code: exitCode })
    .where(
      and(
        eq(runs.id, run.id),
        eq(runs.attempt, run.attempt),
        eq(runs.status, "running"),
        isNull(runs.exited_at),
      ),
    );
}
