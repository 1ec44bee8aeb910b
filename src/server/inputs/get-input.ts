import { count, eq } from "drizzle-orm";
import type { InputRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { prompts } from "../db/schema";
import { notFound } from "../errors";
import { readInput } from "./read-input";

/** One input folder by its name. @throws AppError `not_found` */
export async function getInput(
  ctx: Pick<ServiceContext, "db" | "env">,
  name: string,
): Promise<InputRecord> {
  const input = /^[a-z0-9][a-z0-9-]*$/.test(name)
    ? await readInput(ctx.env.dataDir, name)
    : undefined;
  if (!input) throw notFound("input folder", name);
  const [counted] = await ctx.db
    .select({ total: count() })
    .from(prompts)
    .where(eq(prompts.input_name, name));
  return { ...input, prompt_count: counted?.total ?? 0 };
}
