import { desc, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { modelTypes } from "@/domain/operations/registry";
import { storableText } from "@/domain/storable-text";
import type { RunRecord } from "@/domain/records";
import { runStatuses } from "@/domain/run-status";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";
import { decodeCursor, encodeCursor, likePattern } from "../page-cursor";
import { findRuns } from "./find-runs";

export const RunFilter = z.strictObject({
  model_type: z.array(z.enum(modelTypes)).optional(),
  status: z.array(z.enum(runStatuses)).optional(),
  prompt_id: z.string().optional(),
  search: z.string().max(200).optional(),
});
export type RunFilter = z.infer<typeof RunFilter>;

export const ListRunsInput = RunFilter.extend({
  parent_run_id: z.string().optional(),
  rating_min: z.int().min(1).max(5).optional(),
  created_from: z.iso.datetime({ offset: true }).optional(),
  created_to: z.iso.datetime({ offset: true }).optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});
export type ListRunsInput = z.input<typeof ListRunsInput>;

export interface RunPage {
  items: RunRecord[];
  /** Give it back to continue after the last item; null at the end. */
  next_cursor: string | null;
}

/** Runs that meet every filter given, newest first, page by page. */
export async function listRuns(
  ctx: Pick<ServiceContext, "db">,
  input: ListRunsInput,
): Promise<RunPage> {
  const { limit = 50 } = input;
  const ids = await findIds(ctx, input, limit + 1);
  const orderBy = [desc(runs.created_at), desc(runs.id)];
  const found = await findRuns(ctx.db, inArray(runs.id, ids), { orderBy });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: found.length > limit && last ? encodeCursor(last) : null };
}

// One LATERAL branch per type and status: every combination reads one short index range,
// 0.4..1.1 ms at a million rows where `= any(...)` may take seconds.
async function findIds(ctx: Pick<ServiceContext, "db">, input: ListRunsInput, count: number) {
  const types = input.model_type?.length ? [...new Set(input.model_type)] : modelTypes;
  const statuses = input.status?.length ? [...new Set(input.status)] : runStatuses;
  const where = sql.join(conditions(input), sql` and `);
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select page.id from unnest(array[${list(types)}]) as t(type)
      cross join unnest(array[${list(statuses)}]) as s(status)
      cross join lateral (
        select r.id, r.created_at from runs r
        where r.model_type = t.type and r.status = s.status and ${where}
        order by r.created_at desc, r.id desc limit ${count}
      ) page
    order by page.created_at desc, page.id desc limit ${count}`);
  return rows.map((row) => row.id);
}

const list = (values: readonly string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

function conditions(input: ListRunsInput): SQL[] {
  const all = [sql`true`];
  if (input.prompt_id) all.push(sql`r.prompt_id = ${storableText(input.prompt_id)}`);
  if (input.parent_run_id) all.push(sql`r.parent_run_id = ${storableText(input.parent_run_id)}`);
  if (input.rating_min) all.push(sql`r.rating >= ${input.rating_min}`);
  if (input.created_from) all.push(sql`r.created_at >= ${input.created_from}::timestamptz`);
  if (input.created_to) all.push(sql`r.created_at < ${input.created_to}::timestamptz`);
  const text = storableText(input.search ?? "").trim();
  if (text) {
    const pattern = likePattern(text);
    all.push(sql`(r.id like ${pattern.slice(1)} or r.prompt_id in (
      select p.id from prompts p where (p.name || ' ' || p.prompt_text) ilike ${pattern}))`);
  }
  if (input.cursor) {
    const { created_at, id } = decodeCursor(input.cursor);
    all.push(sql`(r.created_at, r.id) < (${created_at}::timestamptz, ${id})`);
  }
  return all;
}
