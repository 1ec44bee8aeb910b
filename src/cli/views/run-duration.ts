import { formatDuration } from "@/domain/format-duration";
import type { RunRecord } from "@/domain/records";

/** How long a run took, or has been running; `-` when it never started. */
export function runDuration(run: RunRecord, now = Date.now()): string {
  if (!run.started_at) return "-";
  const end = run.completed_at ? Date.parse(run.completed_at) : now;
  return formatDuration((end - Date.parse(run.started_at)) / 1000);
}
