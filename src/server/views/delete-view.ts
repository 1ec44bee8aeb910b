import { eq } from "drizzle-orm";
import type { ViewRecord } from "@/domain/views/view-record";
import type { ServiceContext } from "../context";
import { savedViews } from "../db/schema";
import { getView } from "./get-view";

/** Forgets a saved view and returns what it was: saving that again takes it back. @throws AppError `not_found` */
export async function deleteView(ctx: ServiceContext, { id }: { id: string }): Promise<ViewRecord> {
  const view = await getView(ctx, id);
  await ctx.db.delete(savedViews).where(eq(savedViews.id, id));
  return view;
}
