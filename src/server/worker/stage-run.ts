import type { RunRow } from "../runs/run-record";
import { recordContainer } from "../runs/record-container";
import { finishRun } from "../runs/finish-run";
import { CannotPrepare, prepareRun } from "./prepare-run";
import { writeManifest } from "./write-manifest";
import { ContainerRefused } from "../engine/engine";
import type { Slot, WorkerContext } from "./worker-context";

/**
 * Makes the gated container of a run: nothing of it runs yet. A run that can never start fails.
 * Returns the container's id, or undefined when the run failed.
 */
export async function stageRun(worker: WorkerContext, run: RunRow): Promise<string | undefined> {
  try {
    const spec = await prepareRun(worker, run, slotsOf(worker, run));
    const [container] = await Promise.all([
      worker.engine.createGated(spec),
      writeManifest(worker, run, spec),
    ]);
    await recordContainer(worker.db, run, container);
    return container.id;
  } catch (error) {
    if (!(error instanceof CannotPrepare) && !(error instanceof ContainerRefused)) throw error;
    await finishRun(worker.db, run, {
      status: "failed",
      yieldsToCancel: true,
      message: error.message,
      error_code: error instanceof ContainerRefused ? error.error_code : "cannot_start",
      error_message: error.message,
    });
    return undefined;
  }
}

/** The slots of a run. One that is staged has none yet: then all are alike. */
function slotsOf({ board }: WorkerContext, run: RunRow): Slot[] {
  if (run.status === "pending") return board.slots.slice(0, 1);
  const ids = run.slot?.split(",") ?? [];
  return board.slots.filter((slot) => ids.includes(slot.id));
}
