import { eq } from "drizzle-orm";
import type { ViewRecord } from "@/domain/views/view-record";
import type { ServiceContext } from "../context";
import { savedViews } from "../db/schema";
import { notFound } from "../errors";
import { listViews } from "./list-views";

/** One saved view. @throws AppError `not_found` */
export async function getView(ctx: Pick<ServiceContext, "db">, id: string): Promise<ViewRecord> {
  const [view] = await listViews(ctx, eq(savedViews.id, id));
  if (!view) throw notFound("saved view", id);
  return view;
}
