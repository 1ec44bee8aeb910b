import type { RunRecord } from "@/domain/records";
import type { OperationInfo } from "../operations/operation-info";
import { videoPath } from "../runs/video-source";

/** The completed runs that an operation can continue, in the order given. */
export function listParents(
  { parents }: Pick<OperationInfo, "parents">,
  runs: readonly RunRecord[],
): RunRecord[] {
  return runs.filter(
    (run) => parents.includes(run.model_type) && run.status === "completed" && videoPath(run),
  );
}
