import { count, eq, sql, type SQL } from "drizzle-orm";
import type { PromptRecord } from "@/domain/records";
import type { Db } from "../db/open-database";
import { prompts, runs } from "../db/schema";

interface Options {
  orderBy?: SQL[];
  limit?: number;
}

/** Records of the prompts that meet a condition, each with the number of its runs. */
export async function findPrompts(
  db: Db,
  where: SQL | undefined,
  options: Options = {},
): Promise<PromptRecord[]> {
  const runCount = db
    .select({ total: count().as("total") })
    .from(runs)
    .where(eq(runs.prompt_id, prompts.id));
  const query = db
    .select({ prompt: prompts, run_count: sql<number>`(${runCount})`.mapWith(Number) })
    .from(prompts)
    .where(where)
    .orderBy(...(options.orderBy ?? []))
    .$dynamic();
  const rows = await (options.limit ? query.limit(options.limit) : query);
  return rows.map(({ prompt, run_count }) => ({
    ...prompt,
    run_count,
    created_at: prompt.created_at.toISOString(),
    updated_at: prompt.updated_at.toISOString(),
  }));
}
