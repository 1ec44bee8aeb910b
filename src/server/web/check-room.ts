import { statfs } from "node:fs/promises";
import { SPARE_BYTES, UPLOAD_BYTES_MAX } from "@/domain/inputs/upload";
import { UploadRefusal } from "./upload-refusal";

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

/**
 * Lets a file in that the disk of the data folder has room for.
 * @throws UploadRefusal with 413 or 507
 */
export async function checkRoom(dataDir: string, bytes: number): Promise<void> {
  if (bytes > UPLOAD_BYTES_MAX) {
    const sentence = `The file has ${gigabytes(bytes)}; at most ${gigabytes(UPLOAD_BYTES_MAX)} are taken.`;
    throw new UploadRefusal(413, sentence);
  }
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  if (bytes + SPARE_BYTES <= free) return;
  throw new UploadRefusal(
    507,
    `The file has ${gigabytes(bytes)}, but the data folder's disk has ${gigabytes(free)} free, of which ${gigabytes(SPARE_BYTES)} stay for runs. Free some space, then try again.`,
  );
}
