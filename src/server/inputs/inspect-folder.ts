import { stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { type InputKind, inputKinds } from "@/domain/models/define-model";
import type { MediaFacts } from "@/domain/records";
import { probeVideo } from "@/media/probe-video";
import { refused } from "../errors";
import { inputFiles } from "./input-files";

export interface InspectedFile {
  kind: InputKind;
  /** Absolute path. */
  path: string;
  bytes: number;
  media: MediaFacts;
}

/**
 * Finds and checks the input videos of a folder.
 * @throws AppError `refused`: not a folder, no color.mp4, or a file that is no video
 */
export async function inspectFolder(folder: string): Promise<InspectedFile[]> {
  if (!isAbsolute(folder)) throw refused(`The input folder ${folder} must be an absolute path.`);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw refused(`There is no folder ${folder} on the server's machine.`);
  const files = await Promise.all(inputKinds.map((kind) => inspectFile(folder, kind)));
  return files.filter((file) => file !== undefined);
}

async function inspectFile(folder: string, kind: InputKind): Promise<InspectedFile | undefined> {
  const path = join(folder, inputFiles[kind]);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    if (kind !== "video") return undefined;
    throw refused(`The folder ${folder} has no ${inputFiles.video}: the colour video is required.`);
  }
  if (found.size === 0) throw refused(`${path} is empty: it is no video.`);
  try {
    return { kind, path, bytes: found.size, media: await probeVideo(path) };
  } catch (error) {
    throw refused(`${path} is not a readable video: ${describeDamage(error)}`);
  }
}

/** Why a file is no video, as the rest of a sentence. */
export function describeDamage(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const text = said
    .replace(/^The (file is no readable video|video is damaged or incomplete): /, "")
    .replace("Assertion failed", "its contents are damaged");
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
