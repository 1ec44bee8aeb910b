import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./run-command.mjs";

const root = join(import.meta.dirname, "..");

/** Throws a sentence when this Node is older than the product needs. */
export function assertNodeVersion() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Cosmos needs Node 20.19 or later; this is ${process.versions.node}.`);
}

/** Runs `npm ci` when packages are missing or are not those of `package-lock.json`. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log("Installing the packages of package-lock.json …");
  // The npm that runs this script; its name can't be started directly on every system.
  const npm = process.env.npm_execpath;
  const [file, args] = npm?.endsWith("js") ? [process.execPath, [npm]] : ["npm", []];
  const options = { cwd: root, shell: file === "npm" && process.platform === "win32" };
  await runCommand(file, [...args, "ci", "--no-audit", "--no-fund"], options);
}

/** npm notes what it installed; optional packages of other platforms are missing from that. */
function isInstalled() {
  const installed = readLock("node_modules/.package-lock.json");
  const wanted = readLock("package-lock.json");
  if (!installed || !wanted) return false;
  return Object.entries(wanted)
    .filter(([path]) => path !== "")
    .every(([path, { version, optional }]) =>
      installed[path] ? installed[path].version === version : optional === true,
    );
}

function readLock(name) {
  const path = join(root, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
}
