import { mkdir } from "node:fs/promises";
import { explainFailure, type Failure } from "@/domain/explain-failure";
import { type Container, EngineUnreachable } from "../engine/engine";
import { type Ending, finishRun } from "../runs/finish-run";
import { markExited } from "../runs/mark-exited";
import { recordWarning } from "../runs/record-warning";
import type { RunRow } from "../runs/run-record";
import { collectOutputs, OutputProblem } from "./collect-outputs";
import { describeCompletion } from "./describe-completion";
import { findModelOperation } from "./find-model-operation";
import { readTail } from "./read-tail";
import { runPlaces } from "./run-places";
import { sealLog } from "./seal-log";
import type { WorkerContext } from "./worker-context";
import { sealManifest } from "./write-manifest";

/** How much of a log's end is searched for the cause. */
const EVIDENCE_BYTES = 256 * 1024;

/**
 * Ends a run whose container has ended: seals the log, checks and describes the outputs, writes the
 * row, and only then lets go of the container. Interrupted at any point, it is simply done again.
 */
export async function settleRun(
  worker: WorkerContext,
  run: RunRow,
  container: Pick<Container, "id" | "exit_code" | "oom_killed" | "image_id"> | null,
): Promise<void> {
  const exitCode = container ? container.exit_code : null;
  await markExited(worker.db, run, exitCode);
  const places = runPlaces(worker.env.dataDir, run.id);
  // Somebody may have removed the folder: the run must end all the same.
  await mkdir(places.in, { recursive: true });
  // The row may not know yet which container it has, or it may be the engine that has none any more.
  const containerId = container?.id ?? run.container_id;
  if (containerId) await collect(worker, run, containerId);
  const log = await sealLog(places.log);
  const ending = { ...(await decideEnding(worker, run, container)), log };
  const { promptChange: _, ...told } = ending;
  // The name of an image may mean another one tomorrow; its id may not.
  const image = container?.image_id && { image_id: container.image_id };
  const seal = { ...image, completed_at: new Date(), exit_code: exitCode, ...told };
  await sealManifest(worker, run, seal).catch((error: unknown) => {
    // A full disk must not keep a run from ending; the row holds what matters.
    worker.logger.warn("the manifest could not be completed", { run_id: run.id, error });
  });
  const yieldsToCancel = ending.status !== "cancelled";
  // Asked to cancel meanwhile, or ended by someone else: the next look needs the container as it is.
  if (!(await finishRun(worker.db, run, { ...ending, yieldsToCancel }))) return;
  if (container) {
    // Its program may have left processes behind that escaped its group.
    await worker.engine.stop(container.id, worker.stopLadder);
    await worker.engine.remove(container.id);
  }
}

/**
 * Brings log and outputs here. What keeps it from that is tried again, and said meanwhile; a run that
 * was asked to be cancelled does not wait for it, unless the engine is away.
 */
async function collect(worker: WorkerContext, run: RunRow, containerId: string): Promise<void> {
  try {
    await worker.engine.collect(containerId, runPlaces(worker.env.dataDir, run.id).folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (run.cancel_requested_at && !(error instanceof EngineUnreachable)) {
      worker.logger.warn("files of a cancelled run are left behind", { run_id: run.id, error });
      return;
    }
    const warning = `It has ended, but its files could not be fetched yet: ${reason}`;
    if (warning !== run.warning) await recordWarning(worker.db, run, warning);
    throw error;
  }
}

async function decideEnding(
  worker: WorkerContext,
  run: RunRow,
  container: Pick<Container, "exit_code" | "oom_killed"> | null,
): Promise<Ending> {
  if (run.cancel_requested_at) {
    return { status: "cancelled", message: `Cancelled, as ${run.cancel_requested_by} asked.` };
  }
  if (run.error_code && run.error_message) {
    const { error_code, error_message } = run;
    return failed({ error_code, error_message });
  }
  const operation = findModelOperation(run);
  const exitCode = container?.exit_code ?? null;
  let problem: string | null = null;
  if (exitCode === 0 && operation) {
    try {
      const collected = await collectOutputs(worker, run, operation);
      return { status: "completed", ...(await describeCompletion(worker, run, collected)) };
    } catch (error) {
      if (!(error instanceof OutputProblem)) throw error;
      problem = error.message;
    }
  }
  return failed(
    explainFailure({
      exit_code: exitCode,
      oom_killed: container?.oom_killed ?? false,
      log_tail: await readTail(runPlaces(worker.env.dataDir, run.id).log, EVIDENCE_BYTES),
      output_problem: problem,
      patterns: operation?.failures ?? [],
    }),
  );
}

const failed = (failure: Failure): Ending => ({
  status: "failed",
  message: failure.error_message,
  ...failure,
});
