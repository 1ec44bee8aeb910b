import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";

/** Notes why a pending run waits, in words; null when only for its turn. */
export async function noteWaitReason(db: Db, id: string, reason: string | null): Promise<void> {
  const changed = sql`${runs.wait_reason} is distinct from ${reason}`;
  await db
    .update(runs)
    .set({ wait_reason: reason })
    .where(and(eq(runs.id, id), eq(runs.status, "pending"), changed));
}
