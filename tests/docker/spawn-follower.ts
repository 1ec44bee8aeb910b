import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

/** Makes `scripts/follow-log.ts` a program of its own. */
export async function makeFollower() {
  const root = resolve(import.meta.dirname, "../..");
  // Packages are looked for beside it.
  const outfile = join(root, "node_modules/.cache", `cosmos-follow-log-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, "tests/docker/scripts/follow-log.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "@": join(root, "src") },
    logLevel: "error",
  });
  return {
    /** Starts it; `kill` is SIGKILL and returns when it is gone. */
    spawn: (args: { host: string; instance: string; id: string; folder: string }) => {
      const { host, instance, id, folder } = args;
      const child = spawn(process.execPath, [outfile, host, instance, id, folder], {
        stdio: "ignore",
      });
      const gone = once(child, "exit");
      return {
        kill: async () => {
          child.kill("SIGKILL");
          await gone;
        },
        gone,
      };
    },
    remove: () => rmSync(outfile, { force: true }),
  };
}
