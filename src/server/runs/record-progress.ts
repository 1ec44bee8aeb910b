import { and, eq, isNull, sql } from "drizzle-orm";
import type { Progress } from "@/domain/progress";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import type { RunRow } from "./run-record";

/** A program that goes back and forth is not followed for ever. */
const PHASES_MAX = 100;

/** Stores how far a running run is, and when it came to a new phase. */
export async function recordProgress(
  db: Db,
  run: Pick<RunRow, "id" | "attempt">,
  progress: Progress,
): Promise<void> {
  const isNew = sql`${runs.phases} -> -1 ->> 'phase' is distinct from ${progress.phase}
    and jsonb_array_length(${runs.phases}) < ${PHASES_MAX}`;
  const mark = sql`jsonb_build_object('phase', ${progress.phase}::text, 'at',
    to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
  const phases = sql`case when ${isNew} then ${runs.phases} || ${mark} else ${runs.phases} end`;
  await db
    .update(runs)
    .set({ progress, phases })
    .where(
      and(
        eq(runs.id, run.id),
        eq(runs.attempt, run.attempt),
        eq(runs.status, "running"),
        isNull(runs.exited_at),
      ),
    );
}
