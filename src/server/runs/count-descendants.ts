import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context";
import { sqlList } from "./run-query";

/** How many runs were made from each of these, directly or over others; those without are left out. */
export async function countDescendants(
  ctx: Pick<ServiceContext, "db">,
  ids: readonly string[],
): Promise<Record<string, number>> {
  if (ids.length === 0) return {};
  const rows = await ctx.db.execute<{ id: string; total: number }>(sql`
    with recursive family as (
      select p.id as ancestor, r.id from runs p join runs r on r.parent_run_id = p.id
        where p.id in (${sqlList(ids)})
      union select f.ancestor, r.id from family f join runs r on r.parent_run_id = f.id
    )
    select ancestor as id, count(*)::int as total from family group by ancestor`);
  return Object.fromEntries(rows.map(({ id, total }) => [id, total]));
}
