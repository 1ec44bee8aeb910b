import { and, eq } from "drizzle-orm";
import type { RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { runEvents } from "../db/schema";
import { type CreateRunInput, createRun } from "./create-run";
import { findLivingParent } from "./find-living-parent";
import { getRun } from "./get-run";
import { recordEvents } from "./record-event";

interface Again extends Pick<CreateRunInput, "execution_config" | "idempotency_key"> {
  /** The run that is done again. */
  id: string;
  /** What differs from it, in words. */
  changes: readonly string[];
}

const made = "made_from";

/**
 * Does a run again with other settings: a new run of the same operation and prompt. Both timelines
 * name the other run; it is no retry, so what continues the old run stays with it. A run whose
 * parent was retried continues the newer parent.
 * @throws AppError `not_found`, or `refused` like `createRun`
 */
export async function runAgain(ctx: ServiceContext, again: Again): Promise<RunRecord> {
  const old = await getRun(ctx, again.id);
  const parentId = old.execution_config.parent_run_id;
  const parent = typeof parentId === "string" ? await findLivingParent(ctx, parentId) : undefined;
  const { idempotency_key } = again;
  return ctx.db.transaction(async (tx) => {
    const run = await createRun(
      { ...ctx, db: tx },
      {
        model_type: old.model_type,
        prompt_id: old.prompt_id,
        execution_config: {
          ...again.execution_config,
          ...(parent && { parent_run_id: parent.id }),
        },
        ...(idempotency_key !== undefined && { idempotency_key }),
      },
    );
    const [known] = await tx
      .select({ id: runEvents.id })
      .from(runEvents)
      .where(and(eq(runEvents.run_id, run.id), eq(runEvents.type, made)));
    if (!known) await recordEvents(tx, eventsOf(ctx, { old, run, changes: again.changes }));
    return run;
  });
}

interface Pair extends Pick<Again, "changes"> {
  old: RunRecord;
  run: RunRecord;
}

function eventsOf({ actor }: ServiceContext, { old, run, changes }: Pair) {
  const differing = changes.length > 0 ? `: ${changes.join(", ")}` : "";
  return [
    {
      run_id: old.id,
      type: "run_again",
      actor,
      message: `Run again as run ${run.id}${differing}.`,
    },
    { run_id: run.id, type: made, actor, message: `Made from run ${old.id}${differing}.` },
  ];
}
