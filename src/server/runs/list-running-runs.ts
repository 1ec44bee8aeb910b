import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import type { RunRow } from "./run-record";

/** The runs that run on an engine, those included that have exited and are being settled. */
export async function listRunningRuns(db: Db, engine: string): Promise<RunRow[]> {
  return db
    .select()
    .from(runs)
    .where(and(eq(runs.status, "running"), eq(runs.engine, engine)));
}
