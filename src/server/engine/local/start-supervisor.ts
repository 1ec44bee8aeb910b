import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ContainerSpec } from "../engine";
import { containerFiles } from "./container-files";
import type { LocalEngineOptions } from "./local-engine-options";
import { programEnv } from "./program-env";
import { readBirth } from "./read-birth";

/** When ours ends without a word another one is starting, and says who it is within this time. */
const OTHERS_MS = 1_000;

/** Which start of which container. */
export interface Start {
  recordFolder: string;
  /** 1 for the first; of several with one number, only one comes to life. */
  number: number;
}

/**
 * Starts the supervisor of a container, detached from this process, and returns once it has said who
 * it is. `onExit` is called when it ends while this process lives. Throws if none came to life.
 */
export async function startSupervisor(
  start: Start,
  spec: ContainerSpec,
  options: LocalEngineOptions & { onExit(): void },
): Promise<void> {
  const files = containerFiles(start.recordFolder);
  const cwd = join(spec.folder, "out");
  await mkdir(cwd, { recursive: true });
  const script = join(options.entryDir, "supervise.sh");
  const log = join(spec.folder, "run.log");
  const args = [script, start.recordFolder, String(start.number), log, "--", ...spec.argv];
  const env = programEnv({ ...inherited(options.env), TMPDIR: files.tmp, ...spec.env });
  const child = spawn("/bin/sh", args, { cwd, env, detached: true, stdio: "ignore" });
  child.unref();
  let endedAt = Number.POSITIVE_INFINITY;
  child.once("exit", () => {
    endedAt = Date.now();
    options.onExit();
  });
  await once(child, "spawn");

  while (!(await readBirth(files.started(start.number)))) {
    if (Date.now() - endedAt > OTHERS_MS) {
      throw new Error(`The container ${spec.name} did not start: is the disk full?`);
    }
    await sleep(1);
  }
}

function inherited(env: LocalEngineOptions["env"]) {
  const names = ["PATH", "HOME", "LANG"];
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
