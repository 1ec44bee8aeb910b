import type { Candidate } from "@/domain/dispatch/choose-runs";
import type { ModelOperation } from "@/domain/models/define-model";
import type { WaitingRun } from "../runs/list-waiting-runs";
import { findModelOperation } from "./find-model-operation";
import type { WorkerContext } from "./worker-context";

/** Images of an engine's host, by the keys that models know them by; null for a missing one. */
export type HostImages = Readonly<Record<string, string | null>>;

/** What the dispatcher must know of a waiting run. */
export function toCandidate(worker: WorkerContext, run: WaitingRun, images: HostImages): Candidate {
  const operation = findModelOperation(run);
  // A model that this version does not know is claimed and then fails with that reason.
  const need = operation?.gpus ?? null;
  const asked = Number(run.execution_config.gpus ?? need?.counts[0] ?? 0);
  const impossible = operation ? whyImpossible(worker, operation, images) : null;
  return { id: run.id, need, gpus: need ? asked : 0, impossible };
}

function whyImpossible(
  { engine }: WorkerContext,
  { runsAsProcess, image }: ModelOperation,
  images: HostImages,
): string | null {
  if (engine.kind === "local" && !runsAsProcess) {
    return "Its model runs as a container: it needs COSMOS_ENGINE=docker.";
  }
  if (images[image] === null) return `This host does not have the image of ${image}.`;
  return null;
}
