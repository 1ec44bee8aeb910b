import { type SpawnOptions, spawn } from "node:child_process";

/** All that Postgres gets to know of our environment, which may hold secrets. */
export const bareEnvironment = { LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;

export interface ProgramResult {
  /** null when it was ended by a signal or could not be started. */
  code: number | null;
  /** Standard output and error, mixed. */
  output: string;
  /** Set when it could not be started at all. */
  error?: NodeJS.ErrnoException;
}

/** Runs a program to its end in a bare environment; never throws. */
export async function runProgram(
  file: string,
  args: string[],
  options: SpawnOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    let output = "";
    const add = (chunk: Buffer) => {
      output += chunk.toString();
    };
    try {
      const child = spawn(file, args, {
        env: bareEnvironment,
        ...options,
        stdio: ["ignore", "pipe", "pipe"],
      });
      child.stdout?.on("data", add);
      child.stderr?.on("data", add);
      child.on("error", (error) => resolve({ code: null, output, error }));
      child.on("close", (code) => resolve({ code, output }));
    } catch (error) {
      resolve({ code: null, output, error: error as NodeJS.ErrnoException });
    }
  });
}
