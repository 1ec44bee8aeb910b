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
  image: string | null;
  /** Absolute path of the run's folder, which holds `in/`, `out/` and `run.log`. */
  folder: string;
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
}

/** Grace periods between INT, TERM and KILL, in milliseconds. */
export interface StopLadder {
  intMs: number;
  termMs: number;
}

/**
 * Where containers live. Every method may throw `EngineUnreachable`: then nothing is known,
 * and nothing may be concluded. The conformance suite is `tests/engine-conformance.ts`.
 */
export interface Engine {
  readonly name: string;
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
  /** All containers of this instance, whatever their state. */
  list(): Promise<Container[]>;
  /** INT, TERM, KILL to the whole process group; returns when it is verified gone. */
  stop(id: string, ladder: StopLadder): Promise<void>;
  /** Forgets a container that is not running; refuses one that is. */
  remove(id: string): Promise<void>;
  /** Calls `onHint` with a container id whenever it may have changed. A hint, never the truth. */
  watch(onHint: (id: string) => void, signal: AbortSignal): void;
}

/** The engine did not answer: the state of its containers is unknown. */
export class EngineUnreachable extends Error {
  override name = "EngineUnreachable";
}
