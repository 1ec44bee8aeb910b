import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { inheritEnv } from "@/env";
import { bundleScript } from "../../harness/run-script";

export interface WorkerProcess {
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** The end of what it wrote. */
  said(): string;
}

let bundle: Promise<string> | undefined;

/** The product's own worker as a process, with `settings` as its environment; it ends with the tests. */
export async function startWorkerProcess(
  settings: Record<string, string>,
  logFile: string,
): Promise<WorkerProcess> {
  bundle ??= bundleScript("../src/server/worker/main.ts");
  const log = openSync(logFile, "a");
  const child = spawn(process.execPath, ["--enable-source-maps", await bundle], {
    env: inheritEnv(settings),
    stdio: ["ignore", log, log, "ipc"],
  });
  return {
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
    said: () => readFileSync(logFile, "utf8").slice(-4000),
  };
}
