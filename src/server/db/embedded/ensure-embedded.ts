import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkClusterVersion } from "./check-cluster-version";
import { chooseAccount } from "./choose-account";
import { chooseSocketFolder, makeSocketFolder } from "./choose-socket-folder";
import { clearStaleLock } from "./clear-stale-lock";
import { describeFailure } from "./describe-failure";
import { findBinaries } from "./find-binaries";
import { type EmbeddedServer, findRunning } from "./find-running";
import { initCluster } from "./init-cluster";
import { prepareBinaries } from "./prepare-binaries";
import { readPostmaster } from "./read-postmaster";
import { type PostmasterStart, startPostmaster } from "./start-postmaster";

export interface EmbeddedOptions {
  /** The product's folder; Postgres is looked for in its `node_modules` and those above. */
  root: string;
  /** More or other settings of Postgres for the case that it is started. */
  settings?: Record<string, string>;
  /** How long a start may take, crash recovery included. Default 60 s. */
  timeoutMs?: number;
}

/**
 * Makes sure that one Postgres server runs on `<dataDir>/postgres` and accepts connections: finds
 * the running one, whoever started it, or starts it, creating the cluster first where there is
 * none. Safe to call from several processes at once. Throws AppError with what to do.
 */
export async function ensureEmbedded(
  dataDir: string,
  options: EmbeddedOptions,
): Promise<EmbeddedServer> {
  const clusterDir = locateCluster(dataDir);
  const socketDir = chooseSocketFolder(clusterDir);
  const running = await findRunning(clusterDir, socketDir);
  if (running) return running;

  const binaries = findBinaries(options.root);
  const account = chooseAccount(clusterDir);
  const programs = await prepareBinaries(binaries, account);
  await initCluster(clusterDir, programs, account);
  checkClusterVersion(clusterDir, binaries.major);
  makeSocketFolder(socketDir, account);
  const settings = options.settings ?? {};
  return startOrJoin(
    { clusterDir, socketDir, programs, account, settings },
    Date.now() + (options.timeoutMs ?? 60_000),
  );
}

/** The cluster's folder with symbolic links resolved, so that all who use it agree on its name. */
export function locateCluster(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
    return join(realpathSync(dataDir), "postgres");
  } catch (error) {
    throw describeFailure("create", join(dataDir, "postgres"), String(error));
  }
}

async function startOrJoin(start: PostmasterStart, until: number): Promise<EmbeddedServer> {
  const { clusterDir, socketDir } = start;
  while (Date.now() < until) {
    const server = await findRunning(clusterDir, socketDir);
    if (server) return server;
    if (readPostmaster(clusterDir)?.process === "postmaster") {
      await sleep(10);
      continue;
    }
    clearStaleLock(clusterDir, socketDir);
    const attempt = startPostmaster(start);
    while (attempt.running() && Date.now() < until) {
      const started = await findRunning(clusterDir, socketDir);
      if (started) return started;
      await sleep(10);
    }
    const said = attempt.said();
    if (!mayPass(said)) throw describeFailure("start", clusterDir, said);
    await sleep(50);
  }
  throw describeFailure("start", clusterDir, "it was not ready in time, see postgres.log there");
}

/**
 * Someone else was faster, the last server's processes are just ending, or this one was killed
 * before it could say anything: another attempt may succeed.
 */
function mayPass(said: string): boolean {
  if (!/FATAL|PANIC/.test(said)) return /LOG: /.test(said);
  return /lock file ".*" already exists|pre-existing shared memory block/.test(said);
}
