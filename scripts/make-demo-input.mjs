#!/usr/bin/env node
// Renders the demo input (assets/demo/*.mp4) anew: node scripts/make-demo-input.mjs [--out DIR --frames N --seed N]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { operatorBuildOptions } from "./operator-bundles.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const program = "dist/operators/make-demo-input.mjs";
await build({
  ...operatorBuildOptions,
  entryPoints: ["src/operators/demo/main.ts"],
  outfile: program,
});
process.exit(
  spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: "inherit" }).status ??
    1,
);
