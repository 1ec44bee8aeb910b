import { inArray, sql } from "drizzle-orm";
import type { PromptRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { prompts } from "../db/schema";
import { findPrompts } from "./find-prompts";

const VERSIONS_MAX = 200;

export interface Versions {
  items: PromptRecord[];
  /** True when there are more than were read. */
  more: boolean;
}

/**
 * Every prompt that was made from the same original, it and the asked one among them; where there are
 * very many, those nearest to the original and the ancestors of the asked one.
 */
export async function findVersions(
  ctx: Pick<ServiceContext, "db">,
  prompt_id: string,
): Promise<Versions> {
  const ancestors = await ctx.db.execute<{ id: string; parent_prompt_id: string | null }>(sql`
    with recursive up as (
      select id, parent_prompt_id from prompts where id = ${prompt_id}
      union select p.id, p.parent_prompt_id from prompts p join up on p.id = up.parent_prompt_id
    ) select id, parent_prompt_id from up`);
  const root = ancestors.find(({ parent_prompt_id }) => parent_prompt_id === null)?.id ?? prompt_id;
  const below = await ctx.db.execute<{ id: string }>(sql`
    with recursive down as (
      select id from prompts where id = ${root}
      union select p.id from prompts p join down on p.parent_prompt_id = down.id
    ) select id from down limit ${VERSIONS_MAX + 1}`);
  const nearest = below.slice(0, VERSIONS_MAX);
  const ids = new Set([...nearest, ...ancestors].map(({ id }) => id));
  const items = await findPrompts(ctx.db, inArray(prompts.id, [...ids]));
  return { items, more: below.length > VERSIONS_MAX };
}
