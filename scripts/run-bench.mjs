import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { assertNodeVersion, ensureInstalled } from "./ensure-installed.mjs";
import { failPlainly } from "./fail-plainly.mjs";

const root = join(import.meta.dirname, "..");

/**
 * Builds the product and a program that measures it, `entry`, as `dist/<name>.mjs`, and runs that in this
 * process: it reads its arguments from `process.argv`. `check` throws where something it needs is missing.
 */
export async function runBench({ name, entry, check = () => undefined }) {
  const program = join(root, `dist/${name}.mjs`);
  try {
    assertNodeVersion();
    await ensureInstalled();
    check();
    const { ensureBuilt } = await import("./ensure-built.mjs");
    await ensureBuilt({ parts: ["bundles", "pages"] });
    const { build } = await import("esbuild");
    await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile: program,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20.19",
      packages: "external",
      logLevel: "warning",
    });
  } catch (error) {
    failPlainly(error);
  }
  await import(pathToFileURL(program).href);
}
