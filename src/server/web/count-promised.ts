import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** What the upload server notes beside a file: how many bytes it shall have. */
const Note = z.object({ size: z.number() });

/** How many bytes are still to come of the files that were announced. `folder` is that of uploads. */
export async function countPromised(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const notes = names.filter((name) => name.endsWith(".json"));
  const missing = await Promise.all(notes.map((name) => countMissing(join(folder, name))));
  return missing.reduce((sum, bytes) => sum + bytes, 0);
}

/** None of an upload that was taken back meanwhile, or whose note was only half written. */
async function countMissing(note: string): Promise<number> {
  try {
    const { size } = Note.parse(JSON.parse(await readFile(note, "utf8")));
    return Math.max(0, size - (await stat(note.replace(/\.json$/, ""))).size);
  } catch {
    return 0;
  }
}
