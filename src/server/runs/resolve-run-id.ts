import { asc, like, or, eq } from "drizzle-orm";
import { notFound, refused } from "../errors";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";

/**
 * The full id of a run given by its id or a unique prefix of it.
 * @throws AppError `not_found`, or `refused` when several runs begin so.
 */
export async function resolveRunId(db: Db, given: string): Promise<string> {
  const id = given.trim().toLowerCase();
  if (!/^[0-9a-z]{1,12}$/.test(id)) throw notFound("run", given);
  const rows = await db
    .select({ id: runs.id })
    .from(runs)
    .where(or(eq(runs.id, id), like(runs.id, `${id}%`)))
    .orderBy(asc(runs.id))
    .limit(2);
  const exact = rows.find((row) => row.id === id) ?? (rows.length === 1 ? rows[0] : undefined);
  if (exact) return exact.id;
  if (rows.length === 0) throw notFound("run", given);
  throw refused(
    `Several runs begin with ${JSON.stringify(given)}: give more characters of the id.`,
  );
}
