import type { RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { listEngines } from "../activity/list-engines";
import { refused } from "../errors";
import { finishRun } from "./finish-run";
import { getRun } from "./get-run";

/**
 * Ends a running run whose engine is lost, as failed, so that its children and its operator need wait no
 * longer. Should the engine come back, its container is stopped and removed, and cannot change the run.
 * @throws AppError `not_found`, or `refused` when it does not run or its engine answers
 */
export async function giveUpRun(ctx: ServiceContext, input: { id: string }): Promise<RunRecord> {
  const run = await getRun(ctx, input.id);
  if (run.status !== "running") {
    throw refused(`Run ${run.id} is ${run.status}: only a running run can be given up.`);
  }
  const engine = (await listEngines(ctx)).find((each) => each.name === run.engine);
  if (engine?.health === "healthy") {
    throw refused(`The engine of run ${run.id} answers: cancel the run instead.`);
  }
  await finishRun(ctx.db, run, {
    status: "failed",
    actor: ctx.actor,
    message: `Given up: its engine ${run.engine} does not answer.`,
    error_code: "given_up",
    error_message: `Its engine ${run.engine} was lost while it ran, and it was given up. Retry it on another one.`,
  });
  return getRun(ctx, run.id);
}
