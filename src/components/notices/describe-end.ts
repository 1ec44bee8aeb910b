import { formatDuration } from "@/domain/format-duration";
import type { RunRecord } from "@/domain/records";
import type { WatchedRun } from "./watched-runs";

/** What is told when a run has ended. */
export interface RunEnd {
  run_id: string;
  /** `Transfer completed`. */
  title: string;
  /** `City drive, after 1m 30s`. */
  body: string;
  failed: boolean;
}

type Ended = Pick<RunRecord, "status" | "error_message" | "started_at" | "completed_at">;

export function describeEnd({ id, operation, name }: WatchedRun, run: Ended): RunEnd {
  const { status, error_message, started_at, completed_at } = run;
  const seconds =
    started_at && completed_at ? (Date.parse(completed_at) - Date.parse(started_at)) / 1000 : null;
  const after = seconds === null ? "" : `, after ${formatDuration(seconds)}`;
  const why = status === "failed" && error_message ? `: ${error_message}` : "";
  return {
    run_id: id,
    title: `${operation} ${status}`,
    body: `${name}${after}${why}`,
    failed: status === "failed",
  };
}
