import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import type { ContainerSpec } from "@/server/engine/engine";
import { entryDir } from "./make-local-rig";

let bundle: Promise<string> | undefined;

/** Starts `starter.ts` over `dataDir` as a process of its own. */
export async function spawnStarter(dataDir: string) {
  bundle ??= bundleStarter(join(dataDir, "starter.mjs"));
  const child = spawn(process.execPath, [await bundle, dataDir, entryDir], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  await next();
  return {
    /** Asks for a container without waiting for it. */
    ask: (spec: ContainerSpec, open: boolean) => {
      child.stdin.write(`${JSON.stringify({ spec, open })}\n`);
    },
    /** The id of the next container asked for. */
    answer: next,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function bundleStarter(outfile: string) {
  const root = resolve(import.meta.dirname, "../..");
  await build({
    entryPoints: [join(root, "tests/engine/starter.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { "@": join(root, "src") },
    logLevel: "error",
  });
  return outfile;
}
