import { statfs } from "node:fs/promises";
import { SPARE_BYTES } from "@/domain/inputs/upload";
import { gigabytes } from "./gigabytes";
import { UploadRefusal } from "./upload-refusal";

interface Wanted {
  /** That are about to arrive. */
  bytes: number;
  /** That others were promised room for, and have not sent yet. */
  promised?: number;
}

/**
 * Lets bytes in that the disk of the data folder has room for.
 * @throws UploadRefusal with 507
 */
export async function checkRoom(dataDir: string, wanted: Wanted): Promise<void> {
  const { bytes, promised = 0 } = wanted;
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  if (bytes + promised + SPARE_BYTES <= free) return;
  const others =
    promised > 0 ? ` and ${gigabytes(promised)} are for files that are still being sent` : "";
  throw new UploadRefusal(
    507,
    `The file has ${gigabytes(bytes)}, but the data folder's disk has ${gigabytes(free)} free, of which ${gigabytes(SPARE_BYTES)} stay for runs${others}. Free some space, then try again.`,
  );
}
