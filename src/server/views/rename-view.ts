import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { ViewRecord } from "@/domain/views/view-record";
import type { ServiceContext } from "../context";
import { savedViews } from "../db/schema";
import { AppError } from "../errors";
import { cleanViewName } from "./clean-view-name";
import { getView } from "./get-view";
import { listViews } from "./list-views";

export const RenameViewInput = z.strictObject({ id: z.string(), name: z.string() });
type RenameViewInput = z.infer<typeof RenameViewInput>;

/**
 * Gives a view another name.
 * @throws AppError `not_found`, `refused` for a name that can't be, `conflict` when another view has it
 */
export async function renameView(ctx: ServiceContext, input: RenameViewInput): Promise<ViewRecord> {
  const name = cleanViewName(input.name);
  const view = await getView(ctx, input.id);
  return ctx.db.transaction(async (tx) => {
    // One change of names at a time, so that the name is still free when it is taken.
    await tx.execute(sql`lock table saved_views in share row exclusive mode`);
    const namesakes = await listViews({ db: tx }, sql`lower(${savedViews.name}) = lower(${name})`);
    if (namesakes.some(({ id }) => id !== view.id)) {
      throw new AppError("conflict", `There is another view “${name}”: choose another name.`);
    }
    await tx
      .update(savedViews)
      .set({ name, updated_at: new Date() })
      .where(eq(savedViews.id, view.id));
    return getView({ db: tx }, view.id);
  });
}
