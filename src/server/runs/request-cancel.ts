import { and, eq, inArray, isNull } from "drizzle-orm";
import type { RunRecord } from "@/domain/records";
import { isTerminal, statusesBefore } from "@/domain/run-status";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";
import { refused } from "../errors";
import { getRun } from "./get-run";
import { recordEvents } from "./record-event";

/**
 * Asks for a run to be cancelled; the worker stops its container and settles it.
 * Asking twice is the same as asking once. A run that waits is cancelled at once.
 * @throws AppError `not_found`, or `refused` when the run has already ended
 */
export async function requestCancel(
  ctx: ServiceContext,
  input: { id: string },
): Promise<RunRecord> {
  const run = await getRun(ctx, input.id);
  if (isTerminal(run.status)) throw refused(`Run ${run.id} is already ${run.status}.`);
  await ctx.db.transaction(async (tx) => {
    const asked = await tx
      .update(runs)
      .set({ cancel_requested_at: new Date(), cancel_requested_by: ctx.actor })
      .where(
        and(
          eq(runs.id, run.id),
          inArray(runs.status, statusesBefore("cancelled")),
          isNull(runs.cancel_requested_at),
        ),
      )
      .returning({ id: runs.id });
    await recordEvents(
      tx,
      asked.map(({ id }) => ({
        run_id: id,
        type: "cancel_requested",
        actor: ctx.actor,
        message: "Cancel requested.",
      })),
    );
    // Nothing has started for a pending run without a container, so nothing must be stopped.
    const ended = await tx
      .update(runs)
      .set({ status: "cancelled", completed_at: new Date() })
      .where(and(eq(runs.id, run.id), eq(runs.status, "pending"), isNull(runs.container_id)))
      .returning({ id: runs.id });
    const message = "Cancelled before it began.";
    const event = { type: "cancelled", actor: ctx.actor, message };
    await recordEvents(
      tx,
      ended.map(({ id }) => ({ run_id: id, ...event })),
    );
  });
  return getRun(ctx, run.id);
}
