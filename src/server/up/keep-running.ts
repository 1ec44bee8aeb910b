import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { type Env, inheritEnv } from "@/env";
import { createLogger } from "@/server/logger";
import { AppError } from "@/server/errors";
import type { Part } from "./parse-arguments";

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 5000;
/** One that lived this long was fine: its next failure starts at the shortest delay again. */
const SETTLED_MS = 20_000;
/** So often may a part end by itself before it was ever ready. */
const FIRST_TRIES = 4;
const KILL_AFTER_MS = 5000;

/** What a process says over its IPC channel once it works. */
interface Ready {
  ready: true;
  /** Where the web server listens. */
  port?: number;
}

export interface KeptProcess {
  /** Resolves when it has been ready once; rejects when it never gets there. */
  ready: Promise<Ready>;
  /** SIGTERM, then KILL after some seconds; resolves when it is gone. */
  stop: () => Promise<void>;
}

export interface ProcessToKeep {
  part: Part;
  env: Env;
  dev: boolean;
}

const log = createLogger("up");

/** Starts `dist/<part>.mjs` and starts it again, more and more slowly, whenever it ends. */
export function keepRunning(what: ProcessToKeep): KeptProcess {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

  const ready = new Promise<Ready>((resolve, reject) => {
    let wasReady = false;
    let failures = 0;
    let refusals = 0;

    const start = () => {
      const startedAt = Date.now();
      child = spawnPart(what);
      child.on("message", (message) => {
        if (!isReady(message)) return;
        wasReady = true;
        resolve(message);
      });
      child.once("error", (error) => log.error(`the ${what.part} could not be started`, { error }));
      child.once("close", (code, signal) => {
        if (stopping) return;
        const settled = Date.now() - startedAt > SETTLED_MS;
        wasReady ||= settled;
        failures = settled ? 1 : failures + 1;
        // One that was killed from outside does not show that it can't start.
        if (signal === null) refusals += 1;
        if (!wasReady && refusals >= FIRST_TRIES) {
          reject(
            new AppError(
              "unavailable",
              `The ${what.part} does not start; the lines above say why.`,
            ),
          );
          return;
        }
        const delay_ms = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS);
        log.warn(`the ${what.part} ended and is started again`, { code, signal, delay_ms });
        timer = setTimeout(start, delay_ms);
      });
    };
    start();
  });

  const stop = async () => {
    stopping = true;
    clearTimeout(timer);
    if (child) await stopChild(child);
  };
  return { ready, stop };
}

function spawnPart({ part, env, dev }: ProcessToKeep): ChildProcess {
  return spawn(
    process.execPath,
    ["--enable-source-maps", join(env.root, "dist", `${part}.mjs`), ...(dev ? ["--dev"] : [])],
    {
      cwd: env.root,
      env: inheritEnv({
        COSMOS_ROOT: env.root,
        COSMOS_DATA_DIR: env.dataDir,
        NODE_ENV: dev ? "development" : "production",
        // Next's own handlers would wait for open event streams for ever.
        NEXT_MANUAL_SIG_HANDLE: "true",
        NEXT_TELEMETRY_DISABLED: "1",
      }),
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // Ctrl-C reaches the whole group of a terminal: only this process shall act on it.
      detached: process.platform !== "win32",
    },
  );
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((done) => child.once("close", done));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), KILL_AFTER_MS);
  await gone;
  clearTimeout(timer);
}

function isReady(message: unknown): message is Ready {
  return typeof message === "object" && message !== null && "ready" in message;
}
