import { count, countDistinct, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { prompts, runs } from "../db/schema";

export interface InputUses {
  prompts: number;
  runs: number;
}

/** How many prompts, and runs of them, use each of these inputs; those without any are left out. */
export async function countUses(db: Db, names: readonly string[]): Promise<Map<string, InputUses>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .select({ name: prompts.input_name, prompts: countDistinct(prompts.id), runs: count(runs.id) })
    .from(prompts)
    .leftJoin(runs, eq(runs.prompt_id, prompts.id))
    .where(inArray(prompts.input_name, [...names]))
    .groupBy(prompts.input_name);
  return new Map(rows.map(({ name, ...uses }) => [name, uses]));
}
