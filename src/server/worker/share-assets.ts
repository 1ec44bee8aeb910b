import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import type { Env } from "@/env";

/**
 * A copy of `assets/<name>` in the data folder: the Docker host sees that under the same path, also
 * where the worker itself is a container. Each version has a folder of its own, so that what a
 * container reads never changes under it. Returns its absolute path.
 */
export function shareAssets(
  env: Pick<Env, "root" | "dataDir">,
  name: "entry" | "programs",
): string {
  const source = join(env.root, "assets", name);
  if (!existsSync(source)) return source;
  const parent = join(env.dataDir, "engine", "docker");
  const shared = join(parent, `${name}-${hashOf(source)}`);
  if (existsSync(shared)) return shared;
  const part = `${shared}.${process.pid}`;
  mkdirSync(parent, { recursive: true });
  rmSync(part, { recursive: true, force: true });
  cpSync(source, part, { recursive: true });
  try {
    renameSync(part, shared);
  } catch (error) {
    // Another worker was faster, with the same files.
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(shared)) throw error;
  }
  return shared;
}

function hashOf(folder: string): string {
  const hash = createHash("sha256");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  for (const file of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
    hash.update(`\0${file.slice(folder.length)}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}
