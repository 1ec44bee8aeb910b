import { and, desc, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { storableText } from "@/domain/storable-text";
import type { PromptRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { prompts } from "../db/schema";
import { decodeCursor, encodeCursor, likePattern } from "../page-cursor";
import { findPrompts } from "./find-prompts";

export const ListPromptsInput = z.strictObject({
  search: z.string().max(200).optional(),
  input_name: z.string().optional(),
  parent_prompt_id: z.string().optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});
export type ListPromptsInput = z.input<typeof ListPromptsInput>;

export interface PromptPage {
  items: PromptRecord[];
  next_cursor: string | null;
}

/** Eight characters, as ids are shortened in lists, or more. */
const beginsId = /^[0-9a-z]{8,12}$/;

/** Prompts that meet every filter given, newest first, page by page. */
export async function listPrompts(
  ctx: Pick<ServiceContext, "db">,
  input: ListPromptsInput,
): Promise<PromptPage> {
  const { limit = 50 } = input;
  const found = await findPrompts(ctx.db, and(...conditions(input)), {
    orderBy: [desc(prompts.created_at), desc(prompts.id)],
    limit: limit + 1,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: found.length > limit && last ? encodeCursor(last) : null };
}

function conditions(input: ListPromptsInput): SQL[] {
  const all: SQL[] = [];
  const text = storableText(input.search ?? "").trim();
  if (text) {
    const words = sql`(${prompts.name} || ' ' || ${prompts.prompt_text}) ilike ${likePattern(text)}`;
    all.push(beginsId.test(text) ? sql`(${prompts.id} like ${`${text}%`} or ${words})` : words);
  }
  if (input.input_name) all.push(sql`${prompts.input_name} = ${storableText(input.input_name)}`);
  if (input.parent_prompt_id)
    all.push(sql`${prompts.parent_prompt_id} = ${storableText(input.parent_prompt_id)}`);
  if (input.cursor) {
    const { created_at, id } = decodeCursor(input.cursor);
    all.push(sql`(${prompts.created_at}, ${prompts.id}) < (${created_at}::timestamptz, ${id})`);
  }
  return all;
}
