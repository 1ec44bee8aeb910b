import { sql } from "drizzle-orm";
import { z } from "zod";
import { newId } from "@/domain/new-id";
import { normaliseView } from "@/domain/views/normalise-view";
import type { ViewRecord } from "@/domain/views/view-record";
import type { ServiceContext } from "../context";
import { AppError, refused } from "../errors";
import { cleanViewName } from "./clean-view-name";
import { getView } from "./get-view";

export const SaveViewInput = z.strictObject({
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
 * not asked to be replaced
 */
export async function saveView(ctx: ServiceContext, input: SaveViewInput): Promise<ViewRecord> {
  const name = cleanViewName(input.name);
  const query = normaliseView(input.query);
  const [count] = await ctx.db.execute<{ total: number }>(
    sql`select count(*)::int as total from saved_views where lower(name) <> lower(${name})`,
  );
  if (count && count.total >= VIEWS_MAX) {
    throw refused(`There are ${VIEWS_MAX} saved views already: delete one first.`);
  }
  const [saved] = await ctx.db.execute<{ id: string }>(sql`
    insert into saved_views (id, name, query, created_by)
    values (${newId()}, ${name}, ${query}, ${ctx.actor})
    on conflict (lower(name)) do update
      set name = excluded.name, query = excluded.query, updated_at = now()
      where saved_views.query = excluded.query or ${input.replace ?? false}
    returning id`);
  if (saved) return getView(ctx, saved.id);
  throw new AppError(
    "conflict",
    `There is a view “${name}” with other filters: give this one another name, or replace it.`,
  );
}
