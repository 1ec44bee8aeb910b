import type { RunRecord } from "@/domain/records";
import { isTerminal } from "@/domain/run-status";
import { oneLine } from "../terminal/one-line";
import { progressText } from "./progress-text";
import { runDuration } from "./run-duration";

/** The live line of `--wait`. */
export function describeWaiting(runs: readonly RunRecord[], lost: boolean): string {
  const ended = runs.filter((run) => isTerminal(run.status)).length;
  const count = runs.length > 1 ? `${ended}/${runs.length} ended  ` : "";
  if (lost) return `${count}server not reachable, trying again; the runs go on without it`;
  const current = runs.find((run) => run.status === "running");
  if (current) {
    const name = `${current.model_type} ${current.id}`;
    const warning = current.warning ? `  ! ${oneLine(current.warning)}` : "";
    return `${count}${name}  ${progressText(current.progress)}  ${runDuration(current)}${warning}`;
  }
  const next = runs.find((run) => run.status === "pending");
  if (!next) return count;
  const reason = next.wait_reason ? oneLine(next.wait_reason) : "waiting for its turn";
  return `${count}${next.model_type} ${next.id}  ${reason}`;
}
