import type { RunRecord } from "@/domain/records";
import { runFileUrl } from "./run-file-url";

/** What lists show of a run: little enough to send fifty of them with a page. */
export interface RunRow
  extends Pick<
    RunRecord,
    | "id"
    | "model_type"
    | "prompt_id"
    | "prompt_name"
    | "status"
    | "parent_run_id"
    | "progress"
    | "priority"
    | "position"
    | "slot"
    | "wait_reason"
    | "error_message"
    | "simulated"
    | "warning"
    | "rating"
    | "created_at"
    | "started_at"
    | "completed_at"
    | "change_seq"
  > {
  cancelling: boolean;
  poster_url: string | null;
  has_video: boolean;
  video_url: string | null;
  /** The beginning of what an enhance run wrote. */
  text: string | null;
}

const TEXT_MAX = 160;

export function toRunRow(run: RunRecord): RunRow {
  const { enhanced_text, output_path } = run.outputs;
  return {
    id: run.id,
    model_type: run.model_type,
    prompt_id: run.prompt_id,
    prompt_name: run.prompt_name,
    status: run.status,
    parent_run_id: run.parent_run_id,
    progress: run.progress,
    priority: run.priority,
    position: run.position,
    slot: run.slot,
    wait_reason: run.wait_reason,
    error_message: run.error_message,
    simulated: run.simulated,
    warning: run.warning,
    rating: run.rating,
    created_at: run.created_at,
    started_at: run.started_at,
    completed_at: run.completed_at,
    change_seq: run.change_seq,
    cancelling: run.cancel_requested_at !== null && run.completed_at === null,
    poster_url: run.preview && runFileUrl(run.id, run.preview.poster_path),
    has_video: typeof output_path === "string",
    video_url: typeof output_path === "string" ? runFileUrl(run.id, output_path) : null,
    text: typeof enhanced_text === "string" ? shorten(enhanced_text) : null,
  };
}

function shorten(text: string): string {
  return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX).trimEnd()}…` : text;
}
