import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { count } from "drizzle-orm";
import type { InputRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { prompts } from "../db/schema";
import { readInput } from "./read-input";

/** All input folders of the data folder, newest first. */
export async function listInputs(
  ctx: Pick<ServiceContext, "db" | "env">,
): Promise<{ items: InputRecord[] }> {
  const { dataDir } = ctx.env;
  const names = await readdir(join(dataDir, "inputs")).catch(() => []);
  const visible = names.filter((name) => !name.startsWith("."));
  const inputs = await Promise.all(visible.map((name) => readInput(dataDir, name)));
  const counts = await ctx.db
    .select({ name: prompts.input_name, total: count() })
    .from(prompts)
    .groupBy(prompts.input_name);
  const totals = new Map(counts.map(({ name, total }) => [name, total]));
  const items = inputs
    .filter((input) => input !== undefined)
    .map((input) => ({ ...input, prompt_count: totals.get(input.name) ?? 0 }))
    .sort((a, b) => b.created_at.localeCompare(a.created_at));
  return { items };
}
