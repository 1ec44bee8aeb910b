import type { ModelType } from "../operations/registry";
import type { MediaFacts } from "../records";

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
  /** Folder of the programs that we lay into images of others (`assets/programs`). */
  programs: string;
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
  /** Facts of the input video; null when they could not be read. */
  media: MediaFacts | null;
  places: JobPlaces;
}

/** The GPUs that a run needs. */
export interface GpuNeed {
  /** How many one run may use (`execution_config.gpus`); the first is the default. */
  counts: readonly [number, ...number[]];
  /** True when nothing else may hold memory of the card: vLLM takes 98 % of it. */
  exclusive: boolean;
  /** Memory that must be free on each card before the run starts, in MiB; 0 when not known. */
  freeMemoryMiB: number;
}

/** What a model's container is given besides its job's folders. */
export interface ContainerNeeds {
  /** Working folder in the image; null for the job's `out`. */
  workdir: string | null;
  /** Environment with values that are no settings. */
  env: Readonly<Record<string, string>>;
  /** Size of /dev/shm in bytes. */
  shmBytes: number;
  /** True only when the program must reach other machines. */
  network: boolean;
  /** Folders of the host, named by settings of the server; left out where the setting is unset. */
  mounts: readonly ModelMount[];
}

export interface ModelMount {
  setting: "COSMOS_CHECKPOINTS_DIR" | "COSMOS_CACHE_DIR";
  /** Absolute path in the container. */
  target: string;
  readonly: boolean;
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
  /** Key of its Docker image: the setting `imageSetting(key)` names the image itself. */
  image: string;
  /** True when it can run as a plain process of this machine, without its image. */
  runsAsProcess: boolean;
  /** Null when it runs on the CPU. */
  gpus: GpuNeed | null;
  container: ContainerNeeds;
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
  /** True when it only plays a model: such runs are marked as simulated wherever they appear. */
  simulated: boolean;
  label: string;
  description: string;
  /** True if `execution_config.fault` may be given. */
  canRehearseFaults: boolean;
  operations: Partial<Record<ModelType, ModelOperation>>;
}

/** For what needs nothing but its image. */
export const plainContainer: ContainerNeeds = {
  workdir: null,
  env: {},
  shmBytes: 64 << 20,
  network: false,
  mounts: [],
};

/** The setting that names the image of a key: `cosmos-transfer2.5` → `COSMOS_IMAGE_COSMOS_TRANSFER2_5`. */
export function imageSetting(key: string): string {
  return `COSMOS_IMAGE_${key.toUpperCase().replace(/[^A-Z0-9]/g, "_")}`;
}

export function defineModel(model: Model): Model {
  return model;
}
