import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { operatorBuildOptions, operatorBundles } from "../../scripts/operator-bundles.mjs";

/** Bundles the operators as the build does; inside the package, so that they find their packages. */
export async function bundleOperators(): Promise<string> {
  await mkdir("node_modules/.cache", { recursive: true });
  const folder = await mkdtemp(resolve("node_modules/.cache/cosmos-operators-"));
  for (const { entry, out } of operatorBundles) {
    const outfile = join(folder, out.replace(/^dist\//, ""));
    const options = operatorBuildOptions as BuildOptions;
    await build({ ...options, entryPoints: [entry], outfile });
  }
  return folder;
}

export interface OperatorRun {
  /** Folder of `bundleOperators`. */
  bundles: string;
  operator: "enhance" | "transfer" | "upscale";
  /** Made if missing; holds `in/` and `out/`. */
  folder: string;
  spec: object;
  env?: Record<string, string>;
  /** Sent when the log matches `on`. */
  signal?: { on: RegExp; name: NodeJS.Signals };
}

/** Runs an operator without any ffmpeg on PATH and answers when it has ended. */
export async function runBundle({ bundles, operator, folder, spec, env, signal }: OperatorRun) {
  const [inFolder, out] = [join(folder, "in"), join(folder, "out")];
  await mkdir(inFolder, { recursive: true });
  await writeFile(join(inFolder, "spec.json"), JSON.stringify(spec));
  const program = join(bundles, "operators", `${operator}.mjs`);
  const args = [program, "--spec", join(inFolder, "spec.json"), "--out", out];
  const child = spawn(process.execPath, args, {
    env: { NODE_ENV: "test", PATH: "/nonexistent", ...env },
  });
  let log = "";
  const read = (chunk: Buffer) => {
    log += chunk;
    if (signal?.on.test(log)) child.kill(signal.name);
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  const [code, killedBy] = await once(child, "close");
  const files = await readdir(out).catch(() => []);
  return { code, killedBy, log, out, files: files.sort() };
}
