import { and, eq } from "drizzle-orm";
import { formatDuration } from "@/domain/format-duration";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import type { RunRow } from "./run-record";

/** Notes, before its container is stopped, that a run is ended for exceeding its wall-clock limit. */
export async function noteTimeOut(
  db: Db,
  run: Pick<RunRow, "id" | "attempt">,
  limitSeconds: number,
): Promise<void> {
  await db
    .update(runs)
    .set({
      error_code: "timed_out",
      error_message: `It ran past its limit of ${formatDuration(limitSeconds)} and was stopped; its log is kept.`,
    })
    .where(and(eq(runs.id, run.id), eq(runs.attempt, run.attempt), eq(runs.status, "running")));
}
