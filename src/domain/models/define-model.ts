import type { VideoShape } from "../forecast";
import type { ModelType } from "../operations/registry";
import type { Fault } from "../operations/shared-fields";
import type { Preset } from "../presets/preset";
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
  /** The model is still being brought onto the GPU: nothing is computed yet. */
  loads?: true;
  /** Share of the whole run: from 0..1 to 0..1. A progress bar moves between them. */
  from: number;
  to: number;
  /** The labels of its own progress bar, where others may be drawn meanwhile. */
  bar?: RegExp;
  /** Lines saying that part `$1` of `$2` of the phase begins; each part has its own progress bar. */
  part?: RegExp;
}

/** How a failed run's log betrays the cause; the first pattern of a list that matches wins. */
export interface FailurePattern {
  error_code: string;
  /** Finds the evidence; the line on which it ends is shown. */
  pattern: RegExp;
  /** One sentence for the operator; `$1` to `$9` stand for the groups. */
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
  produces: Products;
  phases: readonly PhaseMarker[];
  failures: readonly FailurePattern[];
  /** The operation's settings that it understands, where not all; the others are refused. */
  settings?: readonly string[];
  /** Its own values for settings that were not given; null leaves the setting out. */
  defaults?: Readonly<Record<string, unknown>>;
  /** Settings by name that a form offers beside the usual ones. */
  presets?: readonly Preset[];
  /**
   * Why a run cannot be as it was asked for, in one sentence; null when nothing speaks against it.
   * Asked when the run is made, where `media` is null while the input is not known yet, and again
   * before it starts.
   */
  check?(job: CheckedJob): string | null;
  /** What its video will measure; left out where it makes none. */
  outputSize?(input: VideoShape, config: Record<string, unknown>): VideoShape;
  /** Longest allowed wall-clock time, in seconds, for an input of so many frames (null: not known). */
  timeLimitSeconds(frames: number | null): number;
  /** After so many minutes without any output an operator should look at the run. */
  silenceMinutes: number;
}

/** What a model leaves in `out/`; paths are relative to it. */
export interface Products {
  /** Without it the run has failed. */
  video?: string;
  /** Without it the run has failed. */
  text?: string;
  /** Names of the videos that it was guided by: listed as such. */
  controls?: RegExp;
  /** Names of files that nobody needs, such as the same video once more from every GPU: not listed. */
  ignored?: RegExp;
}

/** What `check` may look at. */
export interface CheckedJob {
  config: Record<string, unknown>;
  media: VideoShape | null;
}

export interface Model {
  /** Its name in `execution_config.model`. */
  name: string;
  /** True when it only plays a model: such runs are marked as simulated wherever they appear. */
  simulated: boolean;
  label: string;
  description: string;
  /** What `execution_config.fault` may name. */
  faults: readonly Fault[];
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
