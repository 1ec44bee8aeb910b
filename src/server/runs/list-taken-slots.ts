import { eq } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { slotLeases } from "../db/schema";

/** The slots of an engine that hold a run. */
export async function listTakenSlots(db: Db, engine: string): Promise<Set<string>> {
  const rows = await db
    .select({ slot: slotLeases.slot })
    .from(slotLeases)
    .where(eq(slotLeases.engine, engine));
  return new Set(rows.map((row) => row.slot));
}
