import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { inputKinds } from "@/domain/models/define-model";

/** `input.json` of an input folder: what was known of its videos when they were copied in. */
export const InputManifest = z.object({
  created_at: z.string(),
  files: z.array(
    z.object({
      kind: z.enum(inputKinds),
      file: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      media: z.object({
        width: z.number(),
        height: z.number(),
        fps: z.number(),
        frames: z.number(),
        duration_seconds: z.number(),
        codec: z.string(),
      }),
    }),
  ),
});
export type InputManifest = z.infer<typeof InputManifest>;

interface Known {
  /** Tells whether the file is still the same: it is only ever replaced as a whole. */
  version: string;
  manifest: InputManifest;
}

/** What was read before, by path: a list of a thousand inputs then costs a thousand `stat`. */
const known = new Map<string, Known>();

/** Undefined when the folder has none, or it was half written by someone else. */
export async function readInputManifest(folder: string): Promise<InputManifest | undefined> {
  const path = join(folder, "input.json");
  try {
    const { ino, size, mtimeMs } = await stat(path);
    const version = `${ino} ${size} ${mtimeMs}`;
    const before = known.get(path);
    if (before?.version === version) return before.manifest;
    const manifest = InputManifest.parse(JSON.parse(await readFile(path, "utf8")));
    known.set(path, { version, manifest });
    return manifest;
  } catch {
    known.delete(path);
    return undefined;
  }
}

/** Writes `input.json` of a folder that no one looks at yet. */
export async function writeInputManifest(folder: string, manifest: InputManifest): Promise<void> {
  await writeFile(join(folder, "input.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
