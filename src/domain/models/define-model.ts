import type { ModelType } from "../operations/registry";

/** Kinds of input video a prompt may hold; `video` is the colour video. */
export const inputKinds = ["video", "vis", "edge", "depth", "seg"] as const;
export type InputKind = (typeof inputKinds)[number];

/** Absolute paths and programs as the container sees them; each engine has its own. */
export interface JobPlaces {
  in: string;
  out: string;
  node: string;
  /** Folder of the reference operators' bundles. */
  operators: string;
}

/** Everything a model may use to render one run; nothing else reaches the container. */
export interface Job {
  run_id: string;
  /** Parsed `execution_config`. */
  config: Record<string, unknown>;
  prompt_text: string;
  negative_prompt: string;
  /** Absolute paths, as the container sees them, of the inputs that exist. */
  inputs: Partial<Record<InputKind, string>>;
  places: JobPlaces;
}

/** A stretch of a run, recognised by the text of its first log line. */
export interface PhaseMarker {
  phase: string;
  marker: RegExp;
  /** Share of the whole run: from 0..1 to 0..1. A progress bar moves between them. */
  from: number;
  to: number;
}

/** How a failed run's log betrays the cause; the first match wins. */
export interface FailurePattern {
  error_code: string;
  pattern: RegExp;
  /** One sentence for the operator; `$1` stands for the first group. */
  message: string;
}

/** How one model performs one operation. */
export interface ModelOperation {
  /** Docker image, by key; null for what runs as a plain process. */
  image: string | null;
  needsGpu: boolean;
  /** What is written to `in/spec.json`. */
  spec(job: Job): Record<string, unknown>;
  /** The command as separate arguments, never a shell string. */
  argv(job: Job): string[];
  /** Names of environment variables of the server that the program may see (secrets included). */
  env: readonly string[];
  /** Files, relative to `out/`, without which the run has failed. */
  produces: { video?: string; text?: string };
  phases: readonly PhaseMarker[];
  failures: readonly FailurePattern[];
}

export interface Model {
  /** Its name in `execution_config.model`. */
  name: string;
  label: string;
  description: string;
  /** True if `execution_config.fault` may be given. */
  canRehearseFaults: boolean;
  operations: Partial<Record<ModelType, ModelOperation>>;
}

export function defineModel(model: Model): Model {
  return model;
}
