import { stat, writeFile } from "node:fs/promises";
import { sha256File } from "@/media/sha256-file";

/** Length and hash of an ended run's log: from now on it must not change. */
export async function sealLog(path: string): Promise<{ bytes: number; sha256: string }> {
  await writeFile(path, "", { flag: "a" });
  return { bytes: (await stat(path)).size, sha256: await sha256File(path) };
}
