import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { getOperation, modelTypes } from "@/domain/operations/registry";
import { runStatuses } from "@/domain/run-status";
import { storableText } from "@/domain/storable-text";
import { likePattern } from "../page-cursor";

export const RunFilter = z.strictObject({
  model_type: z.array(z.enum(modelTypes)).optional(),
  status: z.array(z.enum(runStatuses)).optional(),
  prompt_id: z.string().optional(),
  search: z.string().max(200).optional(),
});
export type RunFilter = z.infer<typeof RunFilter>;

/** Everything by which runs can be chosen. */
export const RunQuery = RunFilter.extend({
  parent_run_id: z.string().optional(),
  rating_min: z.int().min(1).max(5).optional(),
  created_from: z.iso.datetime({ offset: true }).optional(),
  created_to: z.iso.datetime({ offset: true }).optional(),
  /**
   * Completed runs that could be upscaled: true for those of which an upscale is pending, running or
   * completed, false for the others.
   */
  upscaled: z.boolean().optional(),
});
export type RunQuery = z.infer<typeof RunQuery>;

/** Meets every part of a query but its types and statuses. Speaks of `runs r`. */
export function otherConditions(query: RunQuery): SQL {
  const all = [sql`true`];
  if (query.prompt_id) all.push(sql`r.prompt_id = ${storableText(query.prompt_id)}`);
  if (query.parent_run_id) all.push(sql`r.parent_run_id = ${storableText(query.parent_run_id)}`);
  if (query.rating_min) all.push(sql`r.rating >= ${query.rating_min}`);
  if (query.created_from) all.push(sql`r.created_at >= ${query.created_from}::timestamptz`);
  if (query.created_to) all.push(sql`r.created_at < ${query.created_to}::timestamptz`);
  if (query.upscaled !== undefined) all.push(upscaledIs(query.upscaled));
  const text = storableText(query.search ?? "").trim();
  if (text) {
    const pattern = likePattern(text);
    all.push(sql`(r.id like ${pattern.slice(1).toLowerCase()} or r.prompt_id in (
      select p.id from prompts p where (p.name || ' ' || p.prompt_text) ilike ${pattern}))`);
  }
  return sql.join(all, sql` and `);
}

/** Meets the whole of a query. Speaks of `runs r`. */
export function queryConditions(query: RunQuery): SQL {
  const { model_type, status } = query;
  const all = [otherConditions(query)];
  if (model_type?.length) all.push(sql`r.model_type in (${sqlList(model_type)})`);
  if (status?.length) all.push(sql`r.status in (${sqlList(status)})`);
  return sql.join(all, sql` and `);
}

/** Values for an SQL list; must not be empty. */
export function sqlList(values: readonly string[]): SQL {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
}

function upscaledIs(upscaled: boolean): SQL {
  const parents = sqlList(getOperation("upscale").parents);
  const has = sql`exists (select from runs u where u.parent_run_id = r.id
    and u.model_type = 'upscale' and u.status in ('pending', 'running', 'completed'))`;
  const ready = sql`r.status = 'completed' and r.model_type in (${parents})`;
  return upscaled ? sql`${ready} and ${has}` : sql`${ready} and not ${has}`;
}
