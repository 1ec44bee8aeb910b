import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { EngineUnreachable } from "../engine";
import { isAbsence } from "./if-there";
import { type ProcessFacts, parseProcStat, parsePsLine } from "./parse-process";
import { programEnv } from "./program-env";

const run = promisify(execFile);

/** All processes of this machine, or the one with `pid`. From `/proc` on Linux, else from `ps`. */
export async function listProcesses(pid?: number): Promise<ProcessFacts[]> {
  if (process.platform === "linux") return listFromProc(pid);
  return listFromPs(pid);
}

function listFromProc(pid?: number): ProcessFacts[] {
  const pids =
    pid === undefined ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [pid];
  return pids.flatMap((each) => {
    try {
      return parseProcStat(readFileSync(`/proc/${each}/stat`, "utf8")) ?? [];
    } catch (error) {
      if (isAbsence(error) || isHidden(error)) return []; // ended meanwhile, or not ours
      throw new EngineUnreachable("The processes of this machine cannot be read.", {
        cause: error,
      });
    }
  });
}

/** Mounted with `hidepid`, `/proc` shows a user only their own processes. */
function isHidden(error: unknown) {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EACCES" || code === "EPERM";
}

/** The same from `ps`, which every Unix has. Times are in UTC, as `assets/entry` writes them. */
export async function listFromPs(pid?: number): Promise<ProcessFacts[]> {
  const which = pid === undefined ? ["-A"] : ["-p", String(pid)];
  const env = programEnv({ PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" });
  const args = [...which, "-o", "pid=,ppid=,pgid=,stat=,lstart="];
  const stdout = await run("ps", args, { env, maxBuffer: 64 << 20 }).then(
    (done) => done.stdout,
    (error: { code?: unknown }) => {
      if (error.code === 1) return ""; // no such process
      throw error;
    },
  );
  return stdout.split("\n").flatMap((line) => parsePsLine(line) ?? []);
}
