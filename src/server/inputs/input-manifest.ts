import { readFile } from "node:fs/promises";
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

/** Undefined when the folder has none, or it was half written by someone else. */
export async function readInputManifest(folder: string): Promise<InputManifest | undefined> {
  try {
    return InputManifest.parse(JSON.parse(await readFile(join(folder, "input.json"), "utf8")));
  } catch {
    return undefined;
  }
}
