import type { JobPlaces } from "@/domain/models/define-model";
import type { ContainerState } from "@/domain/records";

/** What a container is made from. Labels carry `run_id`, `model_type`, `attempt` and `instance`. */
export interface ContainerSpec {
  name: string;
  /** Taken when a foreign or older container already holds `name`. */
  fallback_name: string;
  run_id: string;
  model_type: string;
  attempt: number;
  /** Which Cosmos installation owns it. */
  instance: string;
  /** Arguments as they are: no shell ever reads them. */
  argv: string[];
  /** The whole environment of the program, besides what the engine itself must set. */
  env: Record<string, string>;
  /** Reference of the image, as the engine's host knows it; null where containers are processes. */
  image: string | null;
  /** Absolute path of the run's folder, which holds `in/`, `out/` and `run.log`. */
  folder: string;
  /** Ids of the GPUs that the program may see; the engine passes exactly these. */
  gpus: readonly string[];
  /** Working folder; null for the job's `out`. */
  workdir: string | null;
  /** True only when the program must reach other machines. */
  network: boolean;
  /** Size of /dev/shm in bytes. */
  shm_bytes: number;
  mounts: readonly HostMount[];
}

/** A folder of the engine's host that a container sees. */
export interface HostMount {
  source: string;
  target: string;
  readonly: boolean;
}

export interface Container {
  id: string;
  name: string;
  run_id: string | null;
  model_type: string | null;
  attempt: number | null;
  instance: string | null;
  state: ContainerState;
  /** Null while it lives, and when it vanished without leaving a code. */
  exit_code: number | null;
  started_at: Date | null;
  finished_at: Date | null;
  /** Id of the image it was made from; null where containers are processes. */
  image_id: string | null;
  /** The kernel killed a process of it for want of memory. */
  oom_killed: boolean;
}

/** Grace periods between INT, TERM and KILL, in milliseconds. */
export interface StopLadder {
  intMs: number;
  termMs: number;
}

/** The machine on which an engine's programs run. */
export interface EngineHost {
  /** It is this machine. */
  here: boolean;
  /**
   * Runs a command in a container that sees all GPUs and processes of the host and returns its stdout;
   * throws with its exit code and last words. Null if none can be had.
   */
  run: ((command: readonly string[]) => Promise<string>) | null;
}

/**
 * Where containers live. Every method may throw `EngineUnreachable`: then nothing is known,
 * and nothing may be concluded. The conformance suite is `tests/engine-conformance.ts`.
 */
export interface Engine {
  readonly name: string;
  readonly kind: "local" | "docker";
  readonly host: EngineHost;
  /** What the engine is and can do, for people: shown on the health page. */
  describe(): Promise<Record<string, unknown>>;
  /** Paths of a run's folder as its container sees them. */
  places(folder: string): JobPlaces;
  /**
   * Makes the container and starts it gated: its entry waits and the program has not begun.
   * Idempotent by run and attempt: asked again, it returns the one that exists.
   */
  createGated(spec: ContainerSpec): Promise<Container>;
  /** Lets the program begin. Idempotent; harmless on a container that already runs or has exited. */
  openGate(id: string): Promise<void>;
  /** Null when the engine has no such container. */
  inspect(id: string): Promise<Container | null>;
  /** The container of a run's attempt; null when there is none. */
  find(runId: string, attempt: number): Promise<Container | null>;
  /** All containers of this instance, whatever their state. */
  list(): Promise<Container[]>;
  /** INT, TERM, KILL to the whole process group; returns when it is verified gone. */
  stop(id: string, ladder: StopLadder): Promise<void>;
  /** Forgets a container that is not running; refuses one that is. */
  remove(id: string): Promise<void>;
  /**
   * Brings what a container has written so far (log; once it has exited, outputs too) into the run's
   * folder, where it does not write there itself. Idempotent, resumable.
   */
  collect(id: string, folder: string): Promise<void>;
  /** Keeps the log in the run's folder current while the container lives, where it is not shared. */
  followLog(id: string, folder: string, signal: AbortSignal): void;
  /** Calls `onHint` whenever a container may have changed. */
  watch(onHint: OnHint, signal: AbortSignal): void;
}

/**
 * A hint, never the truth: a container may have changed, or with an empty id, any of them. An exit code
 * comes with it when the engine says that it has ended just now, before it can be seen.
 */
export type OnHint = (id: string, exitCode?: number) => void | Promise<void>;

/** The engine answered that such a container cannot be made or started; asking again does not help. */
export class ContainerRefused extends Error {
  override name = "ContainerRefused";

  /** @param error_code what kind of refusal, as in a run's `error_code` */
  constructor(
    readonly error_code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The engine did not answer: the state of its containers is unknown. */
export class EngineUnreachable extends Error {
  override name = "EngineUnreachable";
}
