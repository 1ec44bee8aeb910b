import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { UPLOAD_LIFE_MS, uploadsFolder } from "@/domain/inputs/upload";

/** Where unfinished things lie, and how they are called. */
const places = [
  { folder: uploadsFolder, pattern: /^[0-9a-z]{12}(\.json)?$/ },
  { folder: "inputs", pattern: /^\.incoming-/ },
];

/** Removes uploads that nobody went on with for a day, and what imports that were killed left. */
export async function sweepUploads(dataDir: string, now = Date.now()): Promise<void> {
  for (const { folder, pattern } of places) {
    const names = await readdir(join(dataDir, folder)).catch(() => []);
    for (const name of names.filter((each) => pattern.test(each))) {
      const path = join(dataDir, folder, name);
      if (now - (await lastChange(path)) < UPLOAD_LIFE_MS) continue;
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** Of an upload's note, that of its file: the note itself is written only once. */
async function lastChange(path: string): Promise<number> {
  const found = await Promise.all(
    [path, path.replace(/\.json$/, "")].map((each) => stat(each).catch(() => undefined)),
  );
  return Math.max(0, ...found.map((each) => each?.mtimeMs ?? 0));
}
