import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { modelTypes } from "@/domain/operations/registry";
import { storableText } from "@/domain/storable-text";
import { likePattern } from "../page-cursor";
import { sqlList } from "../runs/run-query";

/** Everything by which prompts can be chosen. */
export const PromptQuery = z.strictObject({
  search: z.string().max(200).optional(),
  input_name: z.string().optional(),
  parent_prompt_id: z.string().optional(),
  /** Whether an enhance run wrote its text. */
  enhanced: z.boolean().optional(),
  /** Whether any of its runs has completed. */
  completed: z.boolean().optional(),
  created_from: z.iso.datetime({ offset: true }).optional(),
  created_to: z.iso.datetime({ offset: true }).optional(),
  /** Least average rating of its completed runs. */
  rating_min: z.number().min(1).max(5).optional(),
});
export type PromptQuery = z.infer<typeof PromptQuery>;

/** Eight characters, as ids are shortened in lists, or more. */
const beginsId = /^[0-9a-z]{8,12}$/;

/** Meets the whole of a query. Speaks of `prompts p`. */
export function promptConditions(query: PromptQuery): SQL {
  const all = [sql`true`];
  const text = storableText(query.search ?? "").trim();
  if (text) {
    const words = sql`(p.name || ' ' || p.prompt_text) ilike ${likePattern(text)}`;
    all.push(beginsId.test(text) ? sql`(p.id like ${`${text}%`} or ${words})` : words);
  }
  if (query.input_name) all.push(sql`p.input_name = ${storableText(query.input_name)}`);
  if (query.parent_prompt_id)
    all.push(sql`p.parent_prompt_id = ${storableText(query.parent_prompt_id)}`);
  if (query.enhanced !== undefined)
    all.push(
      query.enhanced ? sql`p.enhanced_by_run_id is not null` : sql`p.enhanced_by_run_id is null`,
    );
  if (query.completed !== undefined) {
    const has = sql`exists (select from runs r where r.prompt_id = p.id and r.status = 'completed')`;
    all.push(query.completed ? has : sql`not ${has}`);
  }
  if (query.created_from) all.push(sql`p.created_at >= ${query.created_from}::timestamptz`);
  if (query.created_to) all.push(sql`p.created_at < ${query.created_to}::timestamptz`);
  if (query.rating_min)
    all.push(sql`p.id in (select r.prompt_id from runs r where ${isRated}
      group by r.prompt_id having avg(r.rating) >= ${query.rating_min})`);
  return sql.join(all, sql` and `);
}

/** Completed and rated, said so that the index `runs_best_rated` finds them. Speaks of `runs r`. */
export const isRated = sql`r.model_type in (${sqlList(modelTypes)}) and r.status = 'completed'
  and coalesce(r.rating, 0)::bigint >= 1`;
