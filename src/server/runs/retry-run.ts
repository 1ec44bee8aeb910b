import { eq } from "drizzle-orm";
import { newId } from "@/domain/new-id";
import type { RunRecord } from "@/domain/records";
import { isTerminal } from "@/domain/run-status";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";
import { refused } from "../errors";
import { getPrompt } from "../prompts/get-prompt";
import { findLivingParent } from "./find-living-parent";
import { findRuns } from "./find-runs";
import { getRun } from "./get-run";
import { previewRun } from "./preview-run";
import { recordEvents } from "./record-event";

/**
 * Does an ended run again: a new run with the same settings and the next attempt number.
 * The old one stays as it ended. A child whose parent was retried continues the newer parent.
 * With `dry_run` the record is shown as it would be, and nothing is made; what was made with the same
 * `idempotency_key` is given back.
 * @throws AppError `not_found`, or `refused` when the run has not ended or its parent is lost
 */
export async function retryRun(
  ctx: ServiceContext,
  input: { id: string; dry_run?: boolean | undefined; idempotency_key?: string | undefined },
): Promise<RunRecord> {
  const old = await getRun(ctx, input.id);
  if (!isTerminal(old.status)) {
    throw refused(`Run ${old.id} is ${old.status}: only a run that has ended can be retried.`);
  }
  const parent = old.parent_run_id ? await findLivingParent(ctx, old.parent_run_id) : undefined;
  const id = newId();
  const config = {
    ...old.execution_config,
    retry_of_run_id: old.id,
    ...(parent && { parent_run_id: parent.id, ...movedInput(old, parent) }),
  };
  const run = {
    id,
    model_type: old.model_type,
    prompt_id: old.prompt_id,
    priority: old.priority,
    idempotency_key: input.idempotency_key ?? null,
    execution_config: config,
  };
  if (input.dry_run) return previewRun(run, await getPrompt(ctx, old.prompt_id));
  const made = await ctx.db.transaction(async (tx) => {
    const log_path = `runs/${id}/run.log`;
    const inserted = await tx
      .insert(runs)
      .values({ ...run, attempt: old.attempt, log_path })
      .onConflictDoNothing({ target: runs.idempotency_key })
      .returning({ id: runs.id });
    if (inserted.length === 0) return false;
    const event = { type: "retried", actor: ctx.actor };
    await recordEvents(tx, [
      { ...event, run_id: old.id, message: `Retried as run ${id}.` },
      { ...event, run_id: id, type: "created", message: `Created to retry run ${old.id}.` },
    ]);
    return true;
  });
  if (made) return getRun(ctx, id);
  const [known] = await findRuns(ctx.db, eq(runs.idempotency_key, run.idempotency_key ?? ""));
  if (!known) throw refused("The run that was made with this form is gone: open the form again.");
  return known;
}

/** The child reads the newer parent's video instead of the old one's. */
function movedInput(old: RunRecord, parent: RunRecord) {
  const input = old.execution_config.input_video;
  if (typeof input !== "string" || !old.parent_run_id) return {};
  return { input_video: input.replace(`runs/${old.parent_run_id}/`, `runs/${parent.id}/`) };
}
