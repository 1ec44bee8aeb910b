import type { InputKind } from "./models/define-model";
import type { ModelType } from "./operations/registry";
import type { PhaseMark, Progress } from "./progress";
import type { GpuState, RunGpu } from "./gpu/gpu-state";
import type { RunStatus } from "./run-status";

/** A run as everyone sees it: database, wire, CLI `--json`. Times are ISO-8601 UTC. */
export interface RunRecord {
  id: string;
  model_type: ModelType;
  prompt_id: string;
  /** Name of its prompt, for lists. */
  prompt_name: string;
  status: RunStatus;
  /** Validated settings, with `model`, `prompt_text`, `negative_prompt` and `input_video` as submitted. */
  execution_config: Record<string, unknown>;
  /** Empty until the run has completed; paths are relative to the data folder. */
  outputs: Record<string, unknown>;
  /** Relative to the data folder. */
  log_path: string;
  parent_run_id: string | null;
  container_name: string | null;
  container_id: string | null;
  engine: string | null;
  slot: string | null;
  progress: Progress | null;
  /** What it has done of late or did, and when each phase began, in order. */
  phases: PhaseMark[];
  priority: number;
  position: number;
  rating: number | null;
  error_code: string | null;
  error_message: string | null;
  attempt: number;
  exit_code: number | null;
  /** Pictures made after completion, relative to the data folder. */
  preview: RunPreview | null;
  /** No model has made its result: it was played by a replay, or made from what one had played. */
  simulated: boolean;
  /** Why it does not start although it is its turn, or although a slot is free. */
  wait_reason: string | null;
  /** What is odd about it while it runs, such as a long silence. */
  warning: string | null;
  time_limit_seconds: number | null;
  gpu: RunGpu | null;
  cancel_requested_at: string | null;
  created_at: string;
  updated_at: string;
  started_at: string | null;
  completed_at: string | null;
  change_seq: number;
}

export interface RunPreview {
  poster_path: string;
  strip_path: string;
}

export interface PromptRecord {
  id: string;
  name: string;
  prompt_text: string;
  negative_prompt: string;
  /** Paths of the input videos, relative to the data folder. */
  inputs: Partial<Record<InputKind, string>> & { video: string };
  /** The folder of `inputs`, as `inputs.get` knows it. */
  input_name: string;
  parent_prompt_id: string | null;
  /** The enhance run that wrote this text. */
  enhanced_by_run_id: string | null;
  /** How many runs it has, by status. */
  run_count: number;
  created_at: string;
  updated_at: string;
}

/** One entry of a run's timeline. */
export interface RunEventRecord {
  id: number;
  run_id: string;
  at: string;
  /** Such as `created`, `started`, `cancel_requested`, `completed`. */
  type: string;
  /** Who asked: `web`, `cli`, `api` or `worker`. */
  actor: string;
  message: string;
}

export interface MediaFacts {
  width: number;
  height: number;
  fps: number;
  frames: number;
  duration_seconds: number;
  codec: string;
}

/** A folder of input videos inside the data folder. */
export interface InputRecord {
  name: string;
  files: { kind: InputKind; path: string; bytes: number; media: MediaFacts }[];
  prompt_count: number;
  created_at: string;
}

export type ContainerState = "created" | "gated" | "running" | "exited";

/** A container as the worker last saw it. */
export interface ObservedContainer {
  engine: string;
  container_id: string;
  container_name: string;
  run_id: string | null;
  model_type: string | null;
  attempt: number | null;
  state: ContainerState;
  exit_code: number | null;
  started_at: string | null;
  observed_at: string;
  /** True when no run in the database belongs to it. */
  orphan: boolean;
}

export interface EngineRecord {
  name: string;
  /** `unknown`: the worker is not running or has not reported for a while. */
  health: "healthy" | "unreachable" | "unknown";
  error: string | null;
  /** True when it takes no further runs, as an operator asked. */
  draining: boolean;
  slots: { id: string; label: string; run_id: string | null }[];
  gpus: GpuState[];
  details: Record<string, unknown>;
  observed_at: string | null;
}

export interface QueueRecord {
  paused: boolean;
  paused_by: string | null;
  paused_at: string | null;
  /** Pending runs in the order in which they will start. */
  items: RunRecord[];
}

/** Everything that happens on the GPUs: runs matched with containers. */
export interface ActivityRecord {
  engines: EngineRecord[];
  queue: Omit<QueueRecord, "items">;
  running: RunRecord[];
  pending: RunRecord[];
  recent: RunRecord[];
  containers: ObservedContainer[];
  orphans: ObservedContainer[];
  /** Running runs for which the engine has no container. */
  missing: string[];
  counts: Record<ModelType, Record<RunStatus, number>>;
  /** Pass to `activity.watch` to see all that changed since. */
  cursor: number;
}
