import { asc, like } from "drizzle-orm";
import type { PromptRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { prompts } from "../db/schema";
import { notFound, refused } from "../errors";
import { findPrompts } from "./find-prompts";

/**
 * One prompt by its id or a unique prefix of it.
 * @throws AppError `not_found`, or `refused` when several prompts begin so
 */
export async function getPrompt(
  ctx: Pick<ServiceContext, "db">,
  given: string,
): Promise<PromptRecord> {
  const id = given.trim().toLowerCase();
  if (!/^[0-9a-z]{1,12}$/.test(id)) throw notFound("prompt", given);
  const found = await findPrompts(ctx.db, like(prompts.id, `${id}%`), {
    orderBy: [asc(prompts.id)],
    limit: 2,
  });
  const [first] = found;
  if (!first) throw notFound("prompt", given);
  if (found.length > 1 && first.id !== id) {
    throw refused(`Several prompts begin with ${JSON.stringify(given)}: give more characters.`);
  }
  return first;
}
