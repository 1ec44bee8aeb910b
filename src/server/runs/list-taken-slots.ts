import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";

/** The slots of an engine that hold a run. */
export async function listTakenSlots(db: Db, engine: string): Promise<Set<string | null>> {
  const rows = await db
    .select({ slot: runs.slot })
    .from(runs)
    .where(and(eq(runs.status, "running"), eq(runs.engine, engine), isNull(runs.exited_at)));
  return new Set(rows.map((row) => row.slot));
}
