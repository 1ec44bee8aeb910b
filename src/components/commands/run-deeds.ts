import type { RunRecord } from "@/domain/records";
import { isTerminal } from "@/domain/run-status";

export type RunDeed = "cancel" | "retry" | "upscale";

type Judged = Pick<RunRecord, "status" | "model_type" | "outputs" | "cancel_requested_at">;

/** What may be done with a run now; `upscalable` are the operations whose videos can be enlarged. */
export function runDeeds(run: Judged, upscalable: readonly string[]): RunDeed[] {
  if (!isTerminal(run.status)) return run.cancel_requested_at === null ? ["cancel"] : [];
  const hasVideo = typeof run.outputs.output_path === "string";
  const enlarges = run.status === "completed" && hasVideo && upscalable.includes(run.model_type);
  return enlarges ? ["upscale", "retry"] : ["retry"];
}
