import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { parseEnv } from "@/env";
import { ensureEmbedded } from "@/server/db/embedded/ensure-embedded";
import { stopEmbedded } from "@/server/db/embedded/stop-embedded";
import { migrateDatabase } from "@/server/db/migrate-database";
import { openDatabase } from "@/server/db/open-database";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the migrated template that test databases are copied from; undefined in `unit`. */
    templateUrl: string;
  }
}

const root = join(import.meta.dirname, "../..");
/** Nothing here has to survive a power cut. */
const hasty = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };

/** One Postgres server for all test files of a run, with a migrated database to copy. */
export default async function startDatabase(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), "cosmos-test-db-"));
  const remove = async () => {
    await stopEmbedded(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const server = await ensureEmbedded(dataDir, { root, settings: hasty });
    removeWhenWeAreKilled(server.pid, dataDir);
    const env = parseEnv({ COSMOS_DATA_DIR: dataDir, COSMOS_ROOT: root });
    const database = await openDatabase(env);
    await migrateDatabase(database.connection, env);
    await database.close();
    const { user, port, host, database: name } = server;
    project.provide("templateUrl", `postgres://${user}@localhost:${port}/${name}?host=${host}`);
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}

function removeWhenWeAreKilled(server: number, dataDir: string): void {
  const script =
    'while kill -0 "$1"; do sleep 1; done; [ -d "$3" ] && kill -INT "$2" && sleep 2; rm -rf "$3"';
  const args = ["-c", script, "sh", String(process.pid), String(server), dataDir];
  spawn("sh", args, { detached: true, stdio: "ignore" }).unref();
}
