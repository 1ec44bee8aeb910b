import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "node_modules/.cache/cosmos-tests");

export interface Script {
  child: ChildProcess;
  /** Standard output so far. */
  output(): string;
  /** Resolves with the exit code, null after a signal. */
  ended: Promise<number | null>;
}

/** Bundles a TypeScript file of `tests/` for plain Node and returns the path of the bundle. */
export async function bundleScript(file: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${basename(file, ".ts")}.${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, "tests", file)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": join(root, "src") },
    logLevel: "error",
  });
  return outfile;
}

/** Starts a bundled script in a process of its own. */
export function runScript(bundle: string, args: string[], options: { uid?: number } = {}): Script {
  const ids = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid };
  const child = spawn(process.execPath, [bundle, ...args], {
    ...ids,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, output: () => output, ended };
}
