import type { ModelSettings } from "../default-model";
import type { EngineRecord } from "../records";

/** What the checks look at: what the worker has reported, and what the server knows by itself. */
export interface DoctorFacts {
  /** Of Cosmos. */
  version: string;
  /** Of the Node that runs the server, without `v`. */
  node_version: string;
  /** Of PostgreSQL, such as `18.4`. */
  database_version: string;
  /** True for the built-in one. */
  database_built_in: boolean;
  data_folder: DataFolder;
  queue_paused: boolean;
  /** `details` are those of `engine.describe()`, with the worker's `ffmpeg`. */
  engines: readonly EngineRecord[];
  settings: DoctorSettings;
}

export interface DataFolder {
  writable: boolean;
  free_bytes: number;
  total_bytes: number;
}

/** The settings that decide where and how runs can be executed. */
export interface DoctorSettings extends ModelSettings {
  COSMOS_ENGINE: "local" | "docker";
  COSMOS_CHECKPOINTS_DIR?: string | undefined;
  COSMOS_CACHE_DIR?: string | undefined;
  HF_TOKEN?: string | undefined;
  COSMOS_LLM_MODEL?: string | undefined;
}
