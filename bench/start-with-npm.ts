import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { inheritEnv } from "@/env";
import { freePort } from "../tests/harness/free-port";
import { root } from "./root";

const LIMIT_MS = 60_000;

/** Runs `npm start` as a user would; says after how many seconds health and page first answered 200. */
export async function startWithNpm(dataDir: string) {
  const PORT = String(await freePort());
  const url = `http://127.0.0.1:${PORT}`;
  const env = inheritEnv({ PORT, COSMOS_DATA_DIR: dataDir, DATABASE_URL: "" });
  const began = performance.now();
  // A group of its own, so that npm and what it started are told to end as by Ctrl-C.
  const npm = spawn("npm", ["start"], { cwd: root, env, stdio: "ignore", detached: true });
  const ended = new Promise((resolve) => npm.once("close", resolve));
  const { pid } = npm;
  if (!pid) throw new Error("npm could not be started.");
  const stop = async () => {
    process.kill(-pid, "SIGINT");
    await ended;
  };
  const firstAnswer = async (path: string) => {
    while (performance.now() - began < LIMIT_MS) {
      if (npm.exitCode !== null) throw new Error(`npm start ended with ${npm.exitCode}.`);
      const response = await fetch(`${url}${path}`).catch(() => null);
      await response?.arrayBuffer();
      if (response?.ok) return (performance.now() - began) / 1000;
      await sleep(10);
    }
    throw new Error(`${path} did not answer 200 within ${LIMIT_MS / 1000} s.`);
  };
  try {
    const [healthy, page] = await Promise.all([firstAnswer("/api/health"), firstAnswer("/")]);
    return { pid, healthy, page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
