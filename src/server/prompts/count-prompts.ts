import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context";
import { type PromptQuery, promptConditions } from "./prompt-query";

/** How many prompts meet a query. */
export async function countPrompts(
  ctx: Pick<ServiceContext, "db">,
  query: PromptQuery,
): Promise<number> {
  const [row] = await ctx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from prompts p where ${promptConditions(query)}`,
  );
  return row?.count ?? 0;
}
