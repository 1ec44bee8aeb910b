import type { Db } from "../db/open-database";
import { runEvents } from "../db/schema";

export interface RunEvent {
  run_id: string;
  type: string;
  actor: string;
  message: string;
}

/** Adds entries to runs' timelines. */
export async function recordEvents(db: Pick<Db, "insert">, events: RunEvent[]): Promise<void> {
  if (events.length > 0) await db.insert(runEvents).values(events);
}
