import { join } from "node:path";
import { programEnv } from "@/env";
import { resolveFfmpeg } from "@/media/resolve-ffmpeg";
import { startListener } from "@/server/db/listener";
import { settings } from "@/server/db/schema";
import type { Engine } from "@/server/engine/engine";
import { createLocalEngine } from "@/server/engine/local/create-local-engine";
import { listSlots } from "@/server/worker/list-slots";
import { fixedBoard, type SlotBoard } from "@/server/worker/slot-board";
import { WaitReasons } from "@/server/worker/wait-reasons";
import { Worker } from "@/server/worker/worker";
import type { WorkerContext } from "@/server/worker/worker-context";
import type { TestDatabase } from "./database";
import { scriptedOperators } from "./scripted-operators";

const root = join(import.meta.dirname, "../..");

export interface TestWorker {
  engine: Engine;
  worker: Worker;
  /** Stops working, as SIGTERM does: containers go on. */
  stop(): Promise<void>;
}

interface Options {
  slots?: number;
  /** Ids for COSMOS_GPUS instead. */
  gpus?: string;
  /** Slots and GPUs instead. */
  board?: (engine: Engine) => SlotBoard;
  /** Stands between worker and engine, to make it fail. */
  wrapEngine?: (engine: Engine) => Engine;
  /** Makes another engine than the local one. */
  makeEngine?: (place: EnginePlace) => Engine;
  /** Names of all engines of the pool, when there is more than this worker's. */
  pool?: string[];
  /** Which engine has which Docker host, when several share it. */
  hosts?: Map<string, string>;
}

export interface EnginePlace {
  dataDir: string;
  instance: string;
}

const makeLocal = ({ dataDir, instance }: EnginePlace) =>
  createLocalEngine({
    dataDir,
    entryDir: join(root, "assets", "entry"),
    nodePath: process.execPath,
    operatorsDir: scriptedOperators(),
    env: programEnv(),
    instance,
  });

/** A worker over a test's database with the local engine and scripted operators. */
export async function startTestWorker(
  database: TestDatabase,
  options: Options = {},
): Promise<TestWorker> {
  const [row] = await database.db.select().from(settings);
  const instance = row?.instance ?? "";
  const { slots = 1, gpus = "none", wrapEngine, makeEngine = makeLocal, pool } = options;
  const made = makeEngine({ dataDir: database.env.dataDir, instance });
  const engine = wrapEngine ? wrapEngine(made) : made;
  const context: WorkerContext = {
    db: database.db,
    env: database.env,
    engine,
    logger: { info() {}, warn() {}, error() {} },
    ffmpeg: await resolveFfmpeg(),
    instance,
    board:
      options.board?.(engine) ?? fixedBoard(listSlots({ COSMOS_GPUS: gpus, COSMOS_SLOTS: slots })),
    waitReasons: new WaitReasons(database.db, pool ?? [engine.name]),
    hosts: options.hosts ?? new Map(),
    stopLadder: { intMs: 300, termMs: 300 },
  };
  const stopping = new AbortController();
  const worker = new Worker(context);
  const listener = startListener({
    connection: database.connection,
    channels: ["cosmos_run", "cosmos_activity"],
    signal: stopping.signal,
    onConnect: () => void worker.lookAtAll().catch(() => {}),
    onNotify: (channel, payload) => {
      const [id = "", status = "", cancel] = payload.split(":");
      if (channel === "cosmos_run") worker.onRunChanged(id, status, cancel === "1");
      else if (payload !== "observations") void worker.lookAtAll().catch(() => {});
    },
  });
  const working = worker.run(stopping.signal);
  return {
    engine,
    worker,
    stop: async () => {
      stopping.abort();
      await working;
      await listener.ended;
    },
  };
}
