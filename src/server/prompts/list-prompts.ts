import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { promptSorts } from "@/domain/prompt-sort";
import type { PromptRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { prompts } from "../db/schema";
import { encodeCursor } from "../page-cursor";
import { findPrompts } from "./find-prompts";
import { orderPrompts } from "./prompt-order";
import { PromptQuery, promptConditions } from "./prompt-query";

export const ListPromptsInput = PromptQuery.extend({
  sort: z.enum(promptSorts).default("newest"),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});
export type ListPromptsInput = z.input<typeof ListPromptsInput>;

export interface PromptPage {
  items: PromptRecord[];
  /** Give it back, with the same sort, to continue after the last item; null at the end. */
  next_cursor: string | null;
}

/** Prompts that meet every filter given, newest first unless sorted otherwise, page by page. */
export async function listPrompts(
  ctx: Pick<ServiceContext, "db">,
  input: ListPromptsInput,
): Promise<PromptPage> {
  const { limit = 50, sort = "newest" } = input;
  const { join, rank, by, after } = orderPrompts(sort, input.cursor);
  const places = await ctx.db.execute<{ id: string; rank: string | null }>(sql`
    select p.id, ${rank} as rank from prompts p ${join}
    where ${promptConditions(input)} and ${after} order by ${by} limit ${limit + 1}`);
  const ids = places.slice(0, limit).map((place) => place.id);
  const found = await findPrompts(ctx.db, inArray(prompts.id, ids));
  const byId = new Map(found.map((prompt) => [prompt.id, prompt]));
  const items = ids.flatMap((id) => byId.get(id) ?? []);
  const last = items.at(-1);
  if (places.length <= limit || !last) return { items, next_cursor: null };
  const lastRank = places.find((place) => place.id === last.id)?.rank ?? null;
  const cursor = { ...last, rank: lastRank === null ? undefined : Number(lastRank) };
  return { items, next_cursor: encodeCursor(cursor) };
}
