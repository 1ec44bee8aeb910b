import { eq } from "drizzle-orm";
import { z } from "zod";
import type { RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";
import { refused } from "../errors";
import { getRun } from "./get-run";
import { recordEvents } from "./record-event";

export const RateRunInput = z.strictObject({
  id: z.string(),
  /** 1 (poor) to 5 (excellent), or null to take the rating back. */
  rating: z.int().min(1).max(5).nullable(),
});
type RateRunInput = z.infer<typeof RateRunInput>;

/**
 * Rates the result of a completed run. Rating it the same again changes nothing.
 * @throws AppError `not_found`, or `refused` when it has not completed
 */
export async function rateRun(ctx: ServiceContext, input: RateRunInput): Promise<RunRecord> {
  const run = await getRun(ctx, input.id);
  if (run.status !== "completed") {
    throw refused(`Run ${run.id} is ${run.status}: only a completed run can be rated.`);
  }
  if (run.rating === input.rating) return run;
  await ctx.db.transaction(async (tx) => {
    await tx.update(runs).set({ rating: input.rating }).where(eq(runs.id, run.id));
    const message = input.rating === null ? "Rating removed." : `Rated ${input.rating} of 5.`;
    await recordEvents(tx, [{ run_id: run.id, type: "rated", actor: ctx.actor, message }]);
  });
  return getRun(ctx, run.id);
}
