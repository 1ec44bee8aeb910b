import { copyFile, constants, link } from "node:fs/promises";
import { join } from "node:path";
import type { InputKind } from "@/domain/models/define-model";
import type { MediaFacts } from "@/domain/records";
import { checkDecodes } from "@/media/check-decodes";
import { probeVideo } from "@/media/probe-video";
import type { Ffmpeg } from "@/media/resolve-ffmpeg";
import { AppError, refused } from "../errors";
import { isMissing } from "./disk-errors";
import { encodeSequence, type Sequence } from "./encode-sequence";
import { uploadGone } from "./find-upload";
import { describeDamage } from "./inspect-folder";
import { inputFiles } from "./input-files";
import type { ImportProgress } from "./import-progress";

export interface ArrivedFile {
  kind: InputKind;
  file_name: string;
  /** Absolute path of the upload. */
  path: string;
  /** When it holds pictures instead of a video. */
  sequence?: Sequence | undefined;
}

interface Workshop {
  ffmpeg: Ffmpeg;
  /** Absolute path of the folder in which the input is made. */
  folder: string;
  note: (progress: ImportProgress) => Promise<void>;
}

/** Long clips on slow machines; a wrong file ends much sooner. */
const DECODE_LIMIT_MS = 1_800_000;

/**
 * Puts the video of an upload into an input's folder once it was found sound; the upload stays.
 * @throws AppError `refused` naming the file
 */
export async function layOutFile(workshop: Workshop, file: ArrivedFile): Promise<MediaFacts> {
  const { file_name, sequence } = file;
  const target = join(workshop.folder, inputFiles[file.kind]);
  const total = sequence?.frames.length ?? 0;
  if (sequence) {
    await encodeSequence(workshop.ffmpeg, sequence, {
      source: file.path,
      target,
      onFrame: (done) => workshop.note({ file_name, step: "encoding", done, total }),
    }).catch((error: unknown) => {
      if (error instanceof AppError) throw error;
      if (isMissing(error)) throw uploadGone(file_name);
      throw refused(`No video could be made of ${file_name}: ${describeDamage(error)}`);
    });
  } else {
    await shareFile(file.path, target).catch((error: unknown) => {
      throw isMissing(error) ? uploadGone(file_name) : error;
    });
  }
  await workshop.note({ file_name, step: "checking", done: 0, total: 0 });
  const media = await examine(workshop.ffmpeg, target).catch((error: unknown) => {
    throw refused(`${file_name} is not a readable video: ${describeDamage(error)}`);
  });
  if (sequence && media.frames !== total) {
    throw refused(`Only ${media.frames} of the ${total} pictures of ${file_name} can be decoded.`);
  }
  return media;
}

async function examine(ffmpeg: Ffmpeg, path: string): Promise<MediaFacts> {
  const media = await probeVideo(path);
  await checkDecodes(ffmpeg, path, DECODE_LIMIT_MS);
  return media;
}

/** The same bytes under another name where the file system can, else a copy. */
async function shareFile(source: string, target: string): Promise<void> {
  await link(source, target).catch(() => copyFile(source, target, constants.COPYFILE_FICLONE));
}
