// Measures the built product: node scripts/bench.mjs [submit|gap|page|start|demo …]; see bench/README.md.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { assertNodeVersion, ensureInstalled } from "./ensure-installed.mjs";
import { failPlainly } from "./fail-plainly.mjs";

const root = join(import.meta.dirname, "..");
const program = join(root, "dist/bench.mjs");

try {
  assertNodeVersion();
  await ensureInstalled();
  const { ensureBuilt } = await import("./ensure-built.mjs");
  await ensureBuilt({ parts: ["bundles", "pages"] });
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: ["bench/main.ts"],
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

// It reads the arguments from `process.argv`, which are those of this program.
await import(pathToFileURL(program).href);
