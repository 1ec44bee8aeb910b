import { setTimeout as sleep } from "node:timers/promises";
import type { Env } from "@/env";
import { ensureEmbedded } from "@/server/db/embedded/ensure-embedded";
import { stopEmbedded } from "@/server/db/embedded/stop-embedded";
import { migrateDatabase } from "@/server/db/migrate-database";
import { openDatabase } from "@/server/db/open-database";
import { createLogger } from "@/server/logger";
import { isInUse } from "./is-in-use";

const CHECK_MS = 1000;
/** What is left of the ten seconds in which everything has stopped; it then stops by itself. */
const STOP_MS = 3000;

export interface KeptDatabase {
  /** Stops the built-in database unless other processes still use it. */
  stop: () => Promise<void>;
}

const log = createLogger("up");

/**
 * Finds or starts the database, brings it to the newest schema, and starts the built-in one again
 * whenever it dies. Throws AppError when there is no way to reach it.
 */
export async function keepDatabase(env: Env): Promise<KeptDatabase> {
  const { connection, close } = await openDatabase(env);
  await close();
  const stopping = new AbortController();
  let watching = Promise.resolve();
  const stop = async () => {
    stopping.abort();
    await watching;
    if (env.DATABASE_URL || (await isInUse(connection))) return;
    await Promise.race([stopEmbedded(env.dataDir), sleep(STOP_MS)]);
  };
  try {
    await migrateDatabase(connection, env);
  } catch (error) {
    await stop();
    throw error;
  }
  if (!env.DATABASE_URL) watching = watch(env, stopping.signal);
  return { stop };
}

async function watch(env: Env, signal: AbortSignal): Promise<void> {
  let pid: number | undefined;
  while (await pause(signal)) {
    try {
      const server = await ensureEmbedded(env.dataDir, { root: env.root });
      if (pid !== undefined && server.pid !== pid) {
        log.warn("the built-in database had ended and was started again");
      }
      pid = server.pid;
    } catch (error) {
      log.error("the built-in database does not start", { error });
    }
  }
}

function pause(signal: AbortSignal): Promise<boolean> {
  return sleep(CHECK_MS, true, { signal }).catch(() => false);
}
