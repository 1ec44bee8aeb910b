import type { RunRecord } from "@/domain/records";
import { clip } from "../terminal/display-width";
import { oneLine } from "../terminal/one-line";
import { paint } from "../terminal/paint";
import { type Column, renderTable } from "../terminal/render-table";
import { progressText } from "./progress-text";
import { relativeTime } from "./relative-time";
import { runDuration } from "./run-duration";
import { statusWords } from "./status-words";

const columns: Column<RunRecord>[] = [
  { title: "ID", cell: (run) => run.id },
  { title: "TYPE", cell: (run) => run.model_type + (run.simulated ? " (simulated)" : "") },
  { title: "STATUS", cell: (run) => statusWords(run.status) },
  { title: "PROMPT", cell: (run) => clip(oneLine(run.prompt_name), 30) },
  { title: "CREATED", cell: (run) => relativeTime(run.created_at) },
  { title: "TOOK", cell: (run) => runDuration(run), align: "right" },
  { title: "", cell: remark },
];

/** Runs, one a line, with what each of them is up to. */
export function runTable(runs: readonly RunRecord[]): string {
  return renderTable(columns, runs);
}

function remark(run: RunRecord): string {
  if (run.status === "running") {
    if (run.cancel_requested_at) return "being cancelled";
    const warning = run.warning && `  ${paint("yellow", clip(oneLine(run.warning), 60))}`;
    return `${progressText(run.progress)}${warning ?? ""}`;
  }
  if (run.status === "failed") return paint("red", clip(oneLine(run.error_message ?? ""), 60));
  if (run.wait_reason) return paint("yellow", oneLine(run.wait_reason));
  if (run.status === "pending" && run.parent_run_id) return `after ${run.parent_run_id}`;
  return "";
}
