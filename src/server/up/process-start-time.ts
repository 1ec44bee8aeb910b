import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/**
 * When process `pid` began, as a text that only that process has: a number alone is soon
 * given to another process. Null when there is no such process.
 */
export async function processStartTime(pid: number): Promise<string | null> {
  if (process.platform !== "linux") return startTimeFromPs(pid);
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // proc(5): field 22 is the start in clock ticks; the name before it may hold spaces.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

async function startTimeFromPs(pid: number): Promise<string | null> {
  const ps = promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]);
  const output = await ps.catch(() => null);
  return output?.stdout.trim() || null;
}
