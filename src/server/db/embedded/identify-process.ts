import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";

/**
 * What runs under a pid: the Postgres server of this cluster, something else, nothing any more, or
 * `unknown` where the system does not say. The pid alone proves nothing: after a reboot another
 * program may have it.
 */
export function identifyProcess(
  pid: number,
  clusterDir: string,
): "postmaster" | "other" | "gone" | "unknown" {
  return process.platform === "linux" ? onLinux(pid, clusterDir) : byCommand(pid, clusterDir);
}

function onLinux(pid: number, clusterDir: string) {
  try {
    const cwd = statSync(`/proc/${pid}/cwd`);
    const cluster = statSync(clusterDir);
    return cwd.dev === cluster.dev && cwd.ino === cluster.ino ? "postmaster" : "other";
  } catch (error) {
    if (isGone(error)) return "gone";
  }
  // Root without CAP_SYS_PTRACE, as in most containers, may read the command line only.
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return command === "" ? "gone" : judge(command.replaceAll("\0", " "), clusterDir);
  } catch (error) {
    return isGone(error) ? "gone" : "unknown";
  }
}

function byCommand(pid: number, clusterDir: string) {
  try {
    const command = execFileSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], {
      encoding: "utf8",
    });
    return judge(command.trim(), clusterDir);
  } catch {
    return "gone";
  }
}

function judge(command: string, clusterDir: string) {
  if (command.includes(clusterMark(clusterDir))) return "postmaster";
  return command.includes("postgres") ? "unknown" : "other";
}

/** A setting without effect, on the server's command line so that it can be told from others. */
export const clusterMark = (clusterDir: string) => `cosmos.cluster=${clusterDir}`;

const isGone = (error: unknown) =>
  ["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "");
