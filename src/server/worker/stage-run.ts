import type { RunRow } from "../runs/run-record";
import { recordContainer } from "../runs/record-container";
import { finishRun } from "../runs/finish-run";
import { CannotPrepare, prepareRun } from "./prepare-run";
import { writeManifest } from "./write-manifest";
import type { WorkerContext } from "./worker-context";

/**
 * Makes the gated container of a run: nothing of it runs yet. A run that can never start fails.
 * Returns the container's id, or undefined when the run failed.
 */
export async function stageRun(worker: WorkerContext, run: RunRow): Promise<string | undefined> {
  try {
    // A run that is staged has no slot yet: then all are alike.
    const slot = worker.slots.find((each) => each.id === run.slot) ?? worker.slots[0];
    const spec = await prepareRun(worker, run, slot);
    const [container] = await Promise.all([
      worker.engine.createGated(spec),
      writeManifest(worker, run, spec),
    ]);
    await recordContainer(worker.db, run, container);
    return container.id;
  } catch (error) {
    if (!(error instanceof CannotPrepare)) throw error;
    await finishRun(worker.db, run, {
      status: "failed",
      message: error.message,
      error_code: "cannot_start",
      error_message: error.message,
    });
    return undefined;
  }
}
