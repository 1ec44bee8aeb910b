import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";

/** A file as it must be here. */
export interface Wanted {
  /** Below the run's `out`. */
  path: string;
  size: number;
  /** Seconds since 1970. */
  mtime: number;
  /** Null where nobody could hash it at its origin. */
  sha256: string | null;
}

/** Where files are while they arrive, in the run's folder. */
export const arriving = (folder: string) => join(folder, "out.arriving");

/**
 * Writes an output into the run's folder, under another name until all of it is there and right.
 * @throws Error when it is not what was wanted
 */
export async function takeFile(folder: string, wanted: Wanted, content: Readable): Promise<void> {
  const target = join(folder, "out", wanted.path);
  const temporary = join(arriving(folder), randomUUID());
  await mkdir(arriving(folder), { recursive: true });
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(temporary, "wx", 0o644);
  try {
    for await (const bytes of content as AsyncIterable<Buffer>) {
      hash.update(bytes);
      size += bytes.length;
      await file.writeFile(bytes);
    }
    const sha256 = hash.digest("hex");
    if (size !== wanted.size || (wanted.sha256 ?? sha256) !== sha256) {
      throw new Error(`The output ${wanted.path} did not arrive as it was written.`);
    }
    await file.utimes(wanted.mtime, wanted.mtime);
    await file.datasync();
    await mkdir(dirname(target), { recursive: true });
    await rename(temporary, target);
  } finally {
    await file.close();
    await rm(temporary, { force: true });
  }
}

/** Whether it is here already: only whole files get their name, and keep their time. */
export async function isTaken(folder: string, { path, size, mtime }: Wanted): Promise<boolean> {
  const found = await stat(join(folder, "out", path)).catch(() => null);
  return found?.isFile() === true && found.size === size && seconds(found.mtime) === mtime;
}

export function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}

/** Whether a path stays below the folder it is meant for. */
export function isInside(path: string): boolean {
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
