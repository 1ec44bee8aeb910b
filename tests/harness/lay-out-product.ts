import { chmodSync, cpSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scriptedOperators } from "./scripted-operators";

const repository = join(import.meta.dirname, "../..");
const same = ["node_modules", "drizzle", "assets", ".next", "package.json", "next.config.mjs"];
const programs = ["up.mjs", "worker.mjs", "web.mjs", "media"];

/** A folder with the built product whose operators do what their prompts, as JSON, tell them to. */
export function layOutProduct(): string {
  const root = mkdtempSync(join(tmpdir(), "cosmos-scripted-"));
  // The built-in database may run under another account than ours.
  chmodSync(root, 0o755);
  for (const name of same) symlinkSync(join(repository, name), join(root, name));
  mkdirSync(join(root, "dist"));
  for (const name of programs) {
    cpSync(join(repository, "dist", name), join(root, "dist", name), { recursive: true });
  }
  scriptedOperators(join(root, "dist", "operators"));
  return root;
}
