import type { Env } from "@/env";
import type { Ffmpeg } from "@/media/resolve-ffmpeg";
import type { Db } from "../db/open-database";
import type { Container, Engine, StopLadder } from "../engine/engine";
import type { Logger } from "../logger";
import type { SlotBoard } from "./slot-board";
import type { WaitReasons } from "./wait-reasons";

/** A place that holds one run at a time. */
export interface Slot {
  id: string;
  label: string;
  /** Environment that ties a program to it, such as CUDA_VISIBLE_DEVICES. */
  env: Record<string, string>;
  /** Id of its GPU, as the engine passes it to a container; null for a place on the CPU. */
  gpu: string | null;
}

/** What every part of the worker is given. */
export interface WorkerContext {
  db: Db;
  env: Env;
  engine: Engine;
  logger: Logger;
  ffmpeg: Ffmpeg;
  /** Which installation this is: only its containers are ours. */
  instance: string;
  board: SlotBoard;
  /** Shared by all engines of this worker. */
  waitReasons: WaitReasons;
  /** Which engine has which Docker host, by the host's own id; shared, too. */
  hosts: Map<string, string>;
  stopLadder: StopLadder;
}

/** What is known of a run's container: `unknown` when the engine did not answer. */
export type Seen = Container | "none" | "unknown";
