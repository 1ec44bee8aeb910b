import { spawn } from "node:child_process";
import { onTestFinished } from "vitest";

export interface NpmResult {
  code: number | null;
  /** Both streams, as a terminal would show them. */
  output: string;
  seconds: number;
}

/** Runs `npm ARGS` to its end; all that it started ends with the test. */
export async function runNpm(
  args: string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<NpmResult> {
  const startedAt = performance.now();
  const child = spawn("npm", args, {
    cwd,
    env,
    shell: process.platform === "win32",
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  onTestFinished(() => {
    try {
      if (child.pid && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
    } catch {
      // It ended by itself.
    }
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, output, seconds: Math.round((performance.now() - startedAt) / 100) / 10 };
}
