import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context";
import { queryConditions, type RunQuery } from "./run-query";

const COUNTED_MAX = 100_000;

/** How many runs meet a query; `more` when there are more than were counted. */
export async function countMatching(
  ctx: Pick<ServiceContext, "db">,
  query: RunQuery,
): Promise<{ count: number; more: boolean }> {
  const [row] = await ctx.db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from runs r where ${queryConditions(query)} limit ${COUNTED_MAX + 1}
    ) matching`);
  const count = row?.count ?? 0;
  return { count: Math.min(count, COUNTED_MAX), more: count > COUNTED_MAX };
}
