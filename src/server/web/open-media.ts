import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import type { MediaTarget } from "./media-target";

export interface OpenMedia {
  file: FileHandle;
  size: number;
  mtime_ms: number;
}

/** Opens the first candidate that is a regular file below one of the roots; null when there is none. */
export async function openMedia(dataDir: string, target: MediaTarget): Promise<OpenMedia | null> {
  const roots = await realPaths(dataDir, target.roots);
  for (const path of await realPaths(dataDir, target.candidates)) {
    if (!roots.some((root) => path.startsWith(root + sep))) continue;
    const media = await openRegularFile(path);
    if (media) return media;
  }
  return null;
}

async function openRegularFile(path: string): Promise<OpenMedia | null> {
  // NONBLOCK: opening a pipe that someone left there must not wait for its writer.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch(() => null);
  if (!file) return null;
  const stat = await file.stat();
  if (stat.isFile()) return { file, size: stat.size, mtime_ms: stat.mtimeMs };
  await file.close();
  return null;
}

async function realPaths(dataDir: string, paths: string[][]): Promise<string[]> {
  const real = paths.map((path) => realpath(join(dataDir, ...path)).catch(() => null));
  return (await Promise.all(real)).filter((path) => path !== null);
}
