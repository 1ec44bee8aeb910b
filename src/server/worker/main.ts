import { join } from "node:path";
import { getEnv, programEnv } from "@/env";
import { resolveFfmpeg } from "@/media/resolve-ffmpeg";
import { settings } from "../db/schema";
import { acquireLeadership } from "../db/leadership";
import { startListener } from "../db/listener";
import { openDatabase } from "../db/open-database";
import { createLocalEngine } from "../engine/local/create-local-engine";
import { createLogger } from "../logger";
import { onSupervisorGone, tellSupervisorReady } from "../supervisor";
import { listSlots } from "./list-slots";
import { fixedBoard } from "./slot-board";
import { WaitReasons } from "./wait-reasons";
import { Worker } from "./worker";
import type { WorkerContext } from "./worker-context";

const EXIT_DEADLINE_MS = 2000;

const logger = createLogger("worker");
const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stopping.abort());
// The supervisor is gone: so are we. Runs go on; the next worker adopts them.
onSupervisorGone(() => stopping.abort());

async function main(): Promise<void> {
  const env = getEnv();
  const database = await openDatabase(env);
  const [row] = await database.db.select().from(settings);
  const instance = row?.instance;
  if (!instance) throw new Error("The database is not prepared: start it with `cosmos up`.");
  const ffmpeg = await resolveFfmpeg({ given: env.FFMPEG_PATH });
  const engine = createLocalEngine({
    dataDir: env.dataDir,
    entryDir: join(env.root, "assets", "entry"),
    nodePath: process.execPath,
    operatorsDir: join(env.root, "dist", "operators"),
    env: programEnv(),
    instance,
  });
  const context: WorkerContext = {
    db: database.db,
    env,
    engine,
    logger,
    ffmpeg,
    instance,
    board: fixedBoard(listSlots(env)),
    waitReasons: new WaitReasons(database.db, [engine.name]),
    stopLadder: { intMs: 5000, termMs: 5000 },
  };
  logger.info("ready", { engine: engine.name, slots: context.board.slots.length, ffmpeg });
  tellSupervisorReady();
  while (!stopping.signal.aborted) await lead(context, database.connection);
  await database.close();
}

/** Waits to be the one worker of this engine, then works until that is lost or we are stopped. */
async function lead(
  context: WorkerContext,
  connection: Parameters<typeof acquireLeadership>[0]["connection"],
): Promise<void> {
  const lost = new AbortController();
  const signal = AbortSignal.any([lost.signal, stopping.signal]);
  const leadership = await acquireLeadership({
    connection,
    key: `worker:${context.engine.name}`,
    signal: stopping.signal,
    onLost: () => lost.abort(),
  });
  logger.info("leading", { engine: context.engine.name });
  const worker = new Worker(context);
  startListener({
    connection,
    channels: ["cosmos_run", "cosmos_activity"],
    signal,
    onConnect: () => void worker.lookAtAll().catch(() => {}),
    onNotify: (channel, payload) => {
      const [id = "", status = "", cancel] = payload.split(":");
      if (channel === "cosmos_run") worker.onRunChanged(id, status, cancel === "1");
      else if (payload !== "observations") void worker.lookAtAll().catch(() => {});
    },
  });
  await worker.run(signal);
  await leadership.release();
  if (!stopping.signal.aborted) logger.warn("leadership lost", { engine: context.engine.name });
}

// All that is under way is done again by the next worker, so nothing is worth waiting long for.
stopping.signal.addEventListener("abort", () =>
  setTimeout(() => process.exit(0), EXIT_DEADLINE_MS),
);

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (stopping.signal.aborted) process.exit(0);
    logger.error("cannot work", { error });
    process.exit(1);
  },
);
