import type { Candidate } from "@/domain/dispatch/choose-runs";
import type { WaitingRun } from "../runs/list-waiting-runs";
import { findModelOperation } from "./find-model-operation";
import type { WorkerContext } from "./worker-context";

/** What the dispatcher must know of a waiting run. */
export function toCandidate(worker: WorkerContext, run: WaitingRun): Candidate {
  const operation = findModelOperation(run);
  // A model that this version does not know is claimed and then fails with that reason.
  const need = operation?.gpus ?? null;
  const asked = Number(run.execution_config.gpus ?? need?.counts[0] ?? 0);
  const impossible =
    operation && !operation.runsAsProcess && worker.engine.kind === "local"
      ? `Model ${run.execution_config.model} runs as a container: it needs COSMOS_ENGINE=docker.`
      : null;
  return { id: run.id, need, gpus: need ? asked : 0, impossible };
}
