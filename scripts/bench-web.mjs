// Measures the console in Chromium: node scripts/bench-web.mjs [open|status|log|frames|memory …]
// [--minutes=60]; see bench/README.md.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findChromium } from "./ensure-chromium.mjs";
import { assertNodeVersion, ensureInstalled } from "./ensure-installed.mjs";
import { failPlainly } from "./fail-plainly.mjs";

const root = join(import.meta.dirname, "..");
const program = join(root, "dist/bench-web.mjs");

try {
  assertNodeVersion();
  await ensureInstalled();
  if (!findChromium()) throw new Error("No Chromium was found; CHROME_PATH may name one.");
  const { ensureBuilt } = await import("./ensure-built.mjs");
  await ensureBuilt({ parts: ["bundles", "pages"] });
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: ["bench/web/main.ts"],
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
