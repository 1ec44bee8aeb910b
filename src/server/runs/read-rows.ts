import { inArray } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import type { RunRow } from "./run-record";

/** The rows of these runs, in no order; unknown ids are left out. */
export async function readRows(db: Db, ids: readonly string[]): Promise<RunRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(runs)
    .where(inArray(runs.id, [...ids]));
}
