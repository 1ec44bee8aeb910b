import { isSimulated } from "@/domain/is-simulated";
import type { RunRecord } from "@/domain/records";
import type { runs } from "../db/schema";

export type RunRow = typeof runs.$inferSelect;

const iso = (time: Date | null) => time?.toISOString() ?? null;

interface Relatives {
  promptName: string;
  parentConfig: RunRow["execution_config"] | null;
}

/** A row as the wire and everyone else see it. */
export function toRunRecord(row: RunRow, { promptName, parentConfig }: Relatives): RunRecord {
  const model_type = row.model_type as RunRecord["model_type"];
  return {
    id: row.id,
    model_type,
    prompt_id: row.prompt_id,
    prompt_name: promptName,
    status: row.status,
    execution_config: row.execution_config,
    outputs: row.outputs,
    log_path: row.log_path,
    parent_run_id: row.parent_run_id,
    container_name: row.container_name,
    container_id: row.container_id,
    engine: row.engine,
    slot: row.slot,
    progress: row.progress,
    phases: row.phases,
    priority: row.priority,
    position: row.position,
    rating: row.rating,
    error_code: row.error_code,
    error_message: row.error_message,
    attempt: row.attempt,
    exit_code: row.exit_code,
    preview: row.preview,
    simulated: isSimulated({
      model_type,
      model: row.execution_config.model,
      parentModel: parentConfig?.model,
    }),
    wait_reason: row.status === "pending" ? row.wait_reason : null,
    warning: row.status === "running" ? row.warning : null,
    time_limit_seconds: row.time_limit_seconds,
    gpu: row.gpu,
    cancel_requested_at: iso(row.cancel_requested_at),
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    started_at: iso(row.started_at),
    completed_at: iso(row.completed_at),
    change_seq: row.change_seq,
  };
}
