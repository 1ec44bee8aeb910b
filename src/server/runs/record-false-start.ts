import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { runEvents } from "../db/schema";
import { recordEvents } from "./record-event";
import type { RunRow } from "./run-record";

const TYPE = "false_start";

/**
 * Notes that a running run's container ended before its program began, and says how often that has
 * happened to this run.
 */
export async function recordFalseStart(
  db: Db,
  { id }: Pick<RunRow, "id">,
  message: string,
): Promise<number> {
  await recordEvents(db, [{ run_id: id, type: TYPE, actor: "worker", message }]);
  return db.$count(runEvents, and(eq(runEvents.run_id, id), eq(runEvents.type, TYPE)));
}
