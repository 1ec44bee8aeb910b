import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** What the making of an input is at. */
export const ImportProgress = z.object({
  /** What its sender calls the file. */
  file_name: z.string(),
  step: z.enum(["checking", "encoding"]),
  /** Frames that are encoded, of how many; 0 of 0 while that can't be told. */
  done: z.int(),
  total: z.int(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

const NOTE_EVERY_MS = 200;

/** Folder in which an input is made, not yet to be seen. */
export function incomingFolder(dataDir: string, id: string): string {
  return join(dataDir, "inputs", `.incoming-${id}`);
}

/** Notes progress in the folder, for every web process to read; a few times a second at most. */
export function createProgressNote(folder: string) {
  let notedAt = 0;
  let last: ImportProgress["step"] | undefined;
  return async (progress: ImportProgress): Promise<void> => {
    const now = Date.now();
    if (progress.step === last && now - notedAt < NOTE_EVERY_MS) return;
    notedAt = now;
    last = progress.step;
    await writeFile(noteIn(folder, ".part"), JSON.stringify(progress));
    await rename(noteIn(folder, ".part"), noteIn(folder));
  };
}

/** Null when nothing is being made under this id, or nothing is known of it yet. */
export async function readImportProgress(
  dataDir: string,
  id: string,
): Promise<ImportProgress | null> {
  const note = await readFile(noteIn(incomingFolder(dataDir, id)), "utf8").catch(() => null);
  return note === null ? null : ImportProgress.parse(JSON.parse(note));
}

function noteIn(folder: string, ending = ""): string {
  return join(folder, `.progress.json${ending}`);
}
