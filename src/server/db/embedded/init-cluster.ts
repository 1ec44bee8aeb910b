import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { AppError } from "@/server/errors";
import type { Account } from "./choose-account";
import { describeFailure } from "./describe-failure";
import { runProgram } from "./run-program";

/** The role that owns everything in the cluster. */
export const clusterUser = "cosmos";

/**
 * The folder as seen by a Postgres with this account. Started with its working directory there,
 * Postgres reaches it although a folder above, such as /root, is closed to the account.
 */
export const folderSeenBy = (account: Account, clusterDir: string) =>
  account.uid !== undefined && process.platform === "linux" ? "/proc/self/cwd" : clusterDir;

/**
 * Makes an empty cluster in `clusterDir` unless one is there. It is made aside and renamed, so a
 * half-made one is never seen, and of two makers the first wins.
 * @param programs folder with `bin/initdb`
 */
export async function initCluster(clusterDir: string, programs: string, account: Account) {
  if (existsSync(join(clusterDir, "PG_VERSION"))) return;
  removeLeftovers(clusterDir);
  const draft = `${clusterDir}.init.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    if (account.uid !== undefined) chownSync(draft, account.uid, account.gid ?? account.uid);
    const args = ["-D", folderSeenBy(account, draft), "-U", clusterUser, "--auth=trust"];
    const result = await runProgram(
      join(programs, "bin", "initdb"),
      [...args, "--encoding=UTF8", "--locale=C", "--no-instructions"],
      { ...account, cwd: draft },
    );
    if (result.code !== 0) {
      throw describeFailure("create", clusterDir, result.error?.message ?? result.output);
    }
    renameSync(draft, clusterDir);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(join(clusterDir, "PG_VERSION"))) return;
    throw error instanceof AppError ? error : describeFailure("create", clusterDir, String(error));
  }
}

function removeLeftovers(clusterDir: string): void {
  const parent = dirname(clusterDir);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const [, pid] = name.startsWith(`${basename(clusterDir)}.init.`) ? name.split(".init.") : [];
    if (pid && !runsNow(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function runsNow(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
