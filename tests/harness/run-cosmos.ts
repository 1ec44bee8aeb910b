import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const program = join(import.meta.dirname, "../../bin/cosmos.mjs");

export interface CosmosResult {
  code: number | null;
  stdout: string;
  stderr: string;
  /** What `--json` printed. */
  json<T>(): T;
}

export interface RunningCosmos {
  child: ChildProcess;
  /** Standard output so far. */
  stdout(): string;
  ended: Promise<CosmosResult>;
}

interface CosmosOptions {
  url: string;
  /** Where the command is given. */
  cwd?: string;
}

/** Starts `cosmos ARGS` as a script would, without a terminal. */
export function startCosmos({ url, cwd }: CosmosOptions, args: readonly string[]): RunningCosmos {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { ...process.env, COSMOS_URL: url },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
    });
  }
  const ended = new Promise<CosmosResult>((resolve) => {
    child.once("close", (code) => resolve({ code, ...said, json: () => JSON.parse(said.stdout) }));
  });
  return { child, stdout: () => said.stdout, ended };
}

/** Runs `cosmos ARGS` to its end. */
export function runCosmos(options: CosmosOptions, ...args: string[]): Promise<CosmosResult> {
  return startCosmos(options, args).ended;
}
