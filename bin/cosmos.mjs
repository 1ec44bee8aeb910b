#!/usr/bin/env node
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
const cli = join(root, "dist/cli.mjs");
const [command, ...options] = process.argv.slice(2);
const starts = command === "up" && !options.some((option) => ["-h", "--help"].includes(option));

if (starts || !existsSync(cli)) {
  if (!existsSync(join(root, "node_modules/esbuild"))) {
    console.error(`Cosmos is not installed yet. Run \`npm ci\` in ${root} first.`);
    process.exit(1);
  }
  const { ensureBuilt } = await import("../scripts/ensure-built.mjs");
  const { failPlainly } = await import("../scripts/fail-plainly.mjs");
  await ensureBuilt({ parts: starts ? ["bundles", "pages"] : ["bundles"] }).catch(failPlainly);
}
// The server reads it by itself, after it has seen what was given on the command line.
if (!starts && existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
await import(pathToFileURL(cli).href);
