import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { operatorBuildOptions, operatorBundles } from "./operator-bundles.mjs";

const root = join(import.meta.dirname, "..");

/** Run beside `node_modules` and load their packages from there. */
const programs = {
  "up.mjs": "src/server/up/main.ts",
  "worker.mjs": "src/server/worker/main.ts",
  "web.mjs": "src/server/web/main.ts",
};
const libraries = { "client.js": "src/client/create-cosmos-client.ts" };

/** Bundled whole, to start fast. */
const commandLine = { "cli.mjs": "src/cli/main.ts" };

/** Bundled whole, because they also run where there is no `node_modules`. */
const operators = Object.fromEntries(
  operatorBundles.map(({ entry, out }) => [out.replace(/^dist\//, ""), entry]),
);

// Packages written for CommonJS ask for `require`, which an ES module does not have.
const requireShim =
  'import { createRequire as _createRequire } from "node:module"; const require = _createRequire(import.meta.url);';

/** Bundles the programs, the client, the CLI and the operators into `dist/`. */
export async function buildBundles() {
  await Promise.all([
    bundle(programs, { packages: "external" }),
    bundle(libraries, { packages: "external" }),
    bundle(commandLine, { banner: { js: requireShim } }),
    bundle(operators, operatorBuildOptions),
  ]);
}

async function bundle(outputs, options) {
  for (const [out, entry] of Object.entries(outputs)) {
    if (existsSync(join(root, entry))) continue;
    throw new Error(`Can't build dist/${out}: its source ${entry} does not exist.`);
  }
  const [extension] = /\.\w+$/.exec(Object.keys(outputs)[0]);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(outputs).map(([out, entry]) => ({
      in: join(root, entry),
      out: out.slice(0, -extension.length),
    })),
    outdir: join(root, "dist"),
    outExtension: { ".js": extension },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    sourcemap: "linked",
    write: false,
    logLevel: "warning",
    ...options,
  });
  for (const file of outputFiles) writeWhole(file.path, file.contents);
}

/** Whoever starts a program meanwhile gets the old bundle or the new one, never a part. */
function writeWhole(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}`;
  writeFileSync(part, contents);
  renameSync(part, path);
}
