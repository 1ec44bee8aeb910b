import { join } from "node:path";
import type { InputRecord } from "@/domain/records";
import { readInputManifest } from "./input-manifest";

/** One input folder of the data folder; undefined when it is not (yet) one. */
export async function readInput(
  dataDir: string,
  name: string,
): Promise<Omit<InputRecord, "prompt_count"> | undefined> {
  const manifest = await readInputManifest(join(dataDir, "inputs", name));
  if (!manifest) return undefined;
  const files = manifest.files.map(({ kind, file, bytes, media }) => ({
    kind,
    path: `inputs/${name}/${file}`,
    bytes,
    media,
  }));
  return { name, files, created_at: manifest.created_at };
}
