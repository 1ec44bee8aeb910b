import { and, eq, isNull } from "drizzle-orm";
import type { Progress } from "@/domain/progress";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import type { RunRow } from "./run-record";

/** Stores how far a running run is. */
export async function recordProgress(
  db: Db,
  run: Pick<RunRow, "id" | "attempt">,
  progress: Progress,
): Promise<void> {
  await db
    .update(runs)
    .set({ progress })
    .where(
      and(
        eq(runs.id, run.id),
        eq(runs.attempt, run.attempt),
        eq(runs.status, "running"),
        isNull(runs.exited_at),
      ),
    );
}
