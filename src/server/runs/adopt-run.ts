import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import { recordEvents } from "./record-event";
import type { RunRow } from "./run-record";

/**
 * Notes that a running run belongs to another engine: the same host under a new name. False when it has
 * ended or moved meanwhile.
 */
export async function adoptRun(
  db: Db,
  run: Pick<RunRow, "id" | "attempt" | "engine">,
  engine: string,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const adopted = await tx
      .update(runs)
      .set({ engine })
      .where(
        and(
          eq(runs.id, run.id),
          eq(runs.attempt, run.attempt),
          eq(runs.status, "running"),
          eq(runs.engine, run.engine ?? ""),
        ),
      )
      .returning({ id: runs.id });
    const message = `Found on engine ${engine}, where it was on ${run.engine}.`;
    await recordEvents(
      tx,
      adopted.map(({ id }) => ({ run_id: id, type: "adopted", actor: "worker", message })),
    );
    return adopted.length > 0;
  });
}
