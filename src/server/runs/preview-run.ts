import { isSimulated } from "@/domain/is-simulated";
import type { PromptRecord, RunRecord } from "@/domain/records";
import type { NewRun } from "./insert-runs";

/** What a run's record would look like, for a dry run. */
export function previewRun(run: NewRun, prompt: PromptRecord): RunRecord {
  const now = new Date().toISOString();
  const parent = run.execution_config.parent_run_id;
  return {
    id: run.id,
    model_type: run.model_type,
    prompt_id: run.prompt_id,
    prompt_name: prompt.name,
    status: "pending",
    execution_config: run.execution_config,
    outputs: {},
    log_path: `runs/${run.id}/run.log`,
    parent_run_id: typeof parent === "string" ? parent : null,
    container_name: null,
    container_id: null,
    engine: null,
    slot: null,
    progress: null,
    phases: [],
    priority: run.priority,
    position: 0,
    rating: null,
    error_code: null,
    error_message: null,
    attempt: 0,
    exit_code: null,
    preview: null,
    simulated: isSimulated({
      model_type: run.model_type,
      model: run.execution_config.model,
      parentModel: undefined,
    }),
    wait_reason: null,
    warning: null,
    time_limit_seconds: null,
    gpu: null,
    cancel_requested_at: null,
    created_at: now,
    updated_at: now,
    started_at: null,
    completed_at: null,
    change_seq: 0,
  };
}
