import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { newId } from "@/domain/new-id";
import { normaliseView } from "@/domain/views/normalise-view";
import type { SavedView, ViewRecord } from "@/domain/views/view-record";
import type { ServiceContext } from "../context";
import { savedViews } from "../db/schema";
import { AppError, refused } from "../errors";
import { cleanViewName } from "./clean-view-name";
import { getView } from "./get-view";

export const SaveViewInput = z.strictObject({
  /** The view that is changed; it keeps the name that it has by now. Without, `name` tells which. */
  id: z.string().optional(),
  name: z.string(),
  /** A query of `/runs`; what is no filter, order or look is left out. */
  query: z.string().max(4000),
  /** Whether a view of this name may be overwritten. */
  replace: z.boolean().default(false),
});
type SaveViewInput = z.input<typeof SaveViewInput>;

const VIEWS_MAX = 200;

/**
 * Keeps a view by its name, small and capital letters alike. Saving it the same again changes nothing.
 * @throws AppError `refused` for a name that can't be, `conflict` when another view has it and it was
 * not asked to be replaced, `not_found` for an `id` that is none
 */
export async function saveView(ctx: ServiceContext, input: SaveViewInput): Promise<SavedView> {
  const query = normaliseView(input.query);
  if (input.id !== undefined) return changeView(ctx, input.id, query);
  const name = cleanViewName(input.name);
  const [count] = await ctx.db.execute<{ total: number }>(
    sql`select count(*)::int as total from saved_views where lower(name) <> lower(${name})`,
  );
  if (count && count.total >= VIEWS_MAX) {
    throw refused(`There are ${VIEWS_MAX} saved views already: delete one first.`);
  }
  const [saved] = await ctx.db.execute<{ id: string; before: string | null }>(sql`
    insert into saved_views (id, name, query, created_by)
    values (${newId()}, ${name}, ${query}, ${ctx.actor})
    on conflict (lower(name)) do update
      set name = excluded.name, query = excluded.query, updated_at = now()
      where saved_views.query = excluded.query or ${input.replace ?? false}
    returning id, (select query from saved_views where lower(name) = lower(${name})) as before`);
  if (saved) return tellReplaced(await getView(ctx, saved.id), saved.before);
  throw new AppError(
    "conflict",
    `There is a view “${name}” with other filters: give this one another name, or replace it.`,
  );
}

async function changeView(ctx: ServiceContext, id: string, query: string): Promise<SavedView> {
  const before = await getView(ctx, id);
  await ctx.db
    .update(savedViews)
    .set({ query, updated_at: new Date() })
    .where(eq(savedViews.id, id));
  return tellReplaced(await getView(ctx, id), before.query);
}

function tellReplaced(view: ViewRecord, before: string | null): SavedView {
  return before === null || before === view.query ? view : { ...view, replaced_query: before };
}
