import { join } from "node:path";
import { runCommand } from "./run-command.mjs";

const root = join(import.meta.dirname, "..");

/** Builds the pages with Next into `.next/`. */
export async function buildPages() {
  const next = join(root, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await runCommand(process.execPath, [next, "build"], { cwd: root, env });
}
