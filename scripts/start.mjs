import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { failPlainly } from "./fail-plainly.mjs";

const root = join(import.meta.dirname, "..");

if (!existsSync(join(root, "node_modules/esbuild"))) {
  failPlainly("Its packages are not installed yet. Run `npm ci` first.");
}
const { ensureBuilt } = await import("./ensure-built.mjs");
const args = process.argv.slice(2);
const needsPages = !args.includes("--dev") && !args.join("=").includes("--only=worker");
await ensureBuilt({ parts: needsPages ? ["bundles", "pages"] : ["bundles"] }).catch(failPlainly);

// `main.ts` reads the arguments from `process.argv`, which are those of this program.
await import(pathToFileURL(join(root, "dist/up.mjs")).href);
