import { spawn } from "node:child_process";
import { once } from "node:events";
import { inheritEnv } from "@/env";

/** Runs Docker's own client against an engine and waits for its end. Throws unless it exits with 0. */
export async function runDocker(host: string, args: readonly string[]): Promise<void> {
  const child = spawn("docker", args, {
    env: inheritEnv({ DOCKER_HOST: host }),
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`docker ${args[0]} ended with exit code ${code}.`);
}
