import { sha256File } from "@/media/sha256-file";
import { inputFiles } from "./input-files";
import type { InputManifest } from "./input-manifest";
import type { InspectedFile } from "./inspect-folder";

/** What `input.json` says of checked videos; reads each once, for its hash. */
export async function describeFiles(files: readonly InspectedFile[]): Promise<InputManifest> {
  const described = files.map(async ({ kind, path, bytes, media }) => ({
    kind,
    file: inputFiles[kind],
    bytes,
    sha256: await sha256File(path),
    media,
  }));
  return { created_at: new Date().toISOString(), files: await Promise.all(described) };
}
