import { count } from "drizzle-orm";
import type { InputRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { prompts } from "../db/schema";
import { readInputs } from "./read-inputs";

/** All input folders of the data folder, newest first. */
export async function listInputs(
  ctx: Pick<ServiceContext, "db" | "env">,
): Promise<{ items: InputRecord[] }> {
  const inputs = await readInputs(ctx.env.dataDir);
  const counts = await ctx.db
    .select({ name: prompts.input_name, total: count() })
    .from(prompts)
    .groupBy(prompts.input_name);
  const totals = new Map(counts.map(({ name, total }) => [name, total]));
  const items = inputs
    .map((input) => ({ ...input, prompt_count: totals.get(input.name) ?? 0 }))
    .sort((a, b) => b.created_at.localeCompare(a.created_at));
  return { items };
}
