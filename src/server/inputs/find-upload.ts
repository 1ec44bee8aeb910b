import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { uploadsFolder } from "@/domain/inputs/upload";
import { type AppError, refused } from "../errors";

/** What the upload server notes beside a file: how many bytes it shall have. */
const UploadNote = z.object({ size: z.int() });

export interface FoundUpload {
  /** Absolute path. */
  path: string;
  bytes: number;
}

/**
 * A file that has arrived whole. `name` is what its sender calls it.
 * @throws AppError `refused` when it is not there, or not wholly
 */
export async function findUpload(
  dataDir: string,
  { upload_id, name }: { upload_id: string; name: string },
): Promise<FoundUpload> {
  const path = join(dataDir, uploadsFolder, upload_id);
  const found = await stat(path).catch(() => undefined);
  const note = await readFile(`${path}.json`, "utf8").catch(() => undefined);
  if (!found?.isFile() || note === undefined) {
    throw uploadGone(name);
  }
  const { size } = UploadNote.parse(JSON.parse(note));
  if (found.size !== size) {
    throw refused(
      `${name} has not arrived whole (${found.size} of ${size} bytes): go on sending it.`,
    );
  }
  return { path, bytes: size };
}

/** Why a file that was sent can't be used: another request may have taken it a moment before. */
export function uploadGone(name: string): AppError {
  return refused(`${name} is not on the server, or no longer: send it again.`);
}

/** Removes a file that is needed no more. */
export async function removeUpload(path: string): Promise<void> {
  await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
}
