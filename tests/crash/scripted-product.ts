import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inheritEnv } from "@/env";
import { freePort } from "../harness/free-port";
import { layOutProduct } from "../harness/lay-out-product";
import { waitFor } from "../harness/wait-for";

export type Part = "up" | "worker" | "web" | "database";

export interface ScriptedProduct {
  url: string;
  dataDir: string;
  /** Starts `cosmos up` unless it runs. */
  startIfEnded(): void;
  healthy(): Promise<void>;
  /** Kills a part with SIGKILL if it lives; false if it does not just now. */
  kill(part: Part): boolean;
  stop(): Promise<void>;
}

/** The built product in a folder of its own, with operators that do what their prompts say. */
export async function makeScriptedProduct(): Promise<ScriptedProduct> {
  const root = layOutProduct();
  const dataDir = join(root, "data");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    PORT: String(port),
    COSMOS_DATA_DIR: dataDir,
    COSMOS_SLOTS: "3",
    DATABASE_URL: "",
  };
  let up: ChildProcess | undefined;
  const saidFile = join(root, "up.log");
  const said = openSync(saidFile, "a");

  const pidOf = (part: Part): number | undefined => {
    if (part === "up") return up?.exitCode === null && up.signalCode === null ? up.pid : undefined;
    if (part === "database") return postmaster(dataDir);
    return processOf(join(root, "dist", `${part}.mjs`));
  };
  return {
    url,
    dataDir,
    startIfEnded() {
      if (pidOf("up")) return;
      up = spawn(process.execPath, [join(root, "dist", "up.mjs")], {
        env: inheritEnv(settings),
        stdio: ["ignore", said, said],
      });
    },
    async healthy() {
      const answers = async () => (await fetch(`${url}/api/health`).catch(() => null))?.ok;
      await waitFor(answers, url, 60_000).catch((error: Error) => {
        throw new Error(`${error.message} ${describe(root, saidFile)}`);
      });
    },
    kill(part) {
      const pid = pidOf(part);
      if (!pid) return false;
      try {
        process.kill(pid, "SIGKILL");
        // Node notices the end of its child a moment later: too late for who starts it again now.
        if (part === "up") up = undefined;
        return true;
      } catch {
        return false;
      }
    },
    async stop() {
      up?.kill("SIGTERM");
      await waitFor(() => up?.exitCode !== null || up.signalCode !== null, "cosmos up to end");
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function postmaster(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}

function processOf(script: string): number | undefined {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 1)
    .find((pid) => commandLine(pid).includes(script));
}

function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}

/** What a failed test should tell: which of its processes live, and what they last said. */
function describe(root: string, saidFile: string): string {
  const processes = readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 1 && commandLine(pid).some((word) => word.includes(root)))
    .map((pid) => `${pid} ${commandLine(pid).join(" ")}`);
  const said = [saidFile, join(root, "data", "postgres.log")].map((file) =>
    readFileSync(file, "utf8").slice(-3000),
  );
  return ["It runs:", ...processes, "It said:", ...said].join("\n");
}
