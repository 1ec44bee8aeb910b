import { asc, type SQL, sql } from "drizzle-orm";
import type { ViewRecord } from "@/domain/views/view-record";
import type { ServiceContext } from "../context";
import { savedViews } from "../db/schema";

/** The saved views that meet a condition, all without one, by name. */
export async function listViews(
  ctx: Pick<ServiceContext, "db">,
  where?: SQL,
): Promise<ViewRecord[]> {
  const rows = await ctx.db
    .select()
    .from(savedViews)
    .where(where)
    .orderBy(asc(sql`lower(${savedViews.name})`));
  return rows.map((view) => ({
    ...view,
    created_at: view.created_at.toISOString(),
    updated_at: view.updated_at.toISOString(),
  }));
}
