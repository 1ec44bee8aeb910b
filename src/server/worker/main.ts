import { getEnv } from "@/env";
import { resolveFfmpeg } from "@/media/resolve-ffmpeg";
import { openDatabase } from "../db/open-database";
import { settings } from "../db/schema";
import { createLogger } from "../logger";
import { onSupervisorGone, tellSupervisorReady } from "../supervisor";
import { createBoard } from "./create-board";
import { createEngines } from "./create-engines";
import { leadEngine } from "./lead-engine";
import { WaitReasons } from "./wait-reasons";
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
  const engines = createEngines(env, instance);
  const waitReasons = new WaitReasons(
    database.db,
    engines.map((engine) => engine.name),
  );
  const hosts = new Map<string, string>();
  const contexts = engines.map((engine): WorkerContext => {
    const stopLadder = { intMs: 5000, termMs: 5000 };
    const board = createBoard(env, engine);
    const shared = { waitReasons, hosts };
    const common = { db: database.db, env, logger, ffmpeg, instance, stopLadder, ...shared };
    return { ...common, engine, board };
  });
  logger.info("ready", { engines: waitReasons.engines, ffmpeg });
  tellSupervisorReady();
  await Promise.all(
    contexts.map(async (context) => {
      while (!stopping.signal.aborted) {
        await leadEngine(context, database.connection, stopping.signal);
      }
    }),
  );
  await database.close();
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
