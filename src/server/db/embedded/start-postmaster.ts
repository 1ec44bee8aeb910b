import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "./choose-account";
import { clusterMark } from "./identify-process";
import { folderSeenBy } from "./init-cluster";
import { bareEnvironment } from "./run-program";

/** Fewer processes and less memory than Postgres's defaults; durability is left alone. */
const defaults = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  random_page_cost: "1.1",
  io_method: "sync",
  max_logical_replication_workers: "0",
  log_checkpoints: "off",
  // Statements hold the operators' texts.
  log_min_error_statement: "panic",
};

export interface PostmasterStart {
  clusterDir: string;
  socketDir: string;
  /** Folder with `bin/postgres`. */
  programs: string;
  account: Account;
  /** More or other settings of Postgres. */
  settings: Record<string, string>;
}

/**
 * Starts the server so that it outlives this process. It exits at once when another one runs on
 * the folder: its lock file is the only lock. Its messages go to `<clusterDir>.log`.
 */
export function startPostmaster(start: PostmasterStart) {
  const { clusterDir, socketDir, account } = start;
  const settings = Object.entries({ ...defaults, ...start.settings });
  const flags = [...settings.map(([name, value]) => `${name}=${value}`), clusterMark(clusterDir)];
  const socket = socketDir === clusterDir ? "." : socketDir;
  const log = openLog(`${clusterDir}.log`);
  const child = spawn(
    join(start.programs, "bin", "postgres"),
    [
      ...["-D", folderSeenBy(account, clusterDir), "-k", socket, "-p", "5432"],
      ...flags.flatMap((flag) => ["-c", flag]),
    ],
    {
      ...account,
      cwd: clusterDir,
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      env: bareEnvironment,
    },
  );
  let ended = false;
  let error: Error | undefined;
  child.on("exit", () => {
    ended = true;
  });
  child.on("error", (reason) => {
    ended = true;
    error = reason;
  });
  child.unref();
  closeSync(log.fd);
  return {
    running: () => !ended,
    /** What this server, and others since it was started, wrote into the log. */
    said: () => error?.message ?? readFileSync(log.path).subarray(log.size).toString(),
  };
}

function openLog(path: string) {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const full = size > 1_000_000;
  if (full) renameSync(path, `${path}.1`);
  return { path, fd: openSync(path, "a", 0o600), size: full ? 0 : size };
}
