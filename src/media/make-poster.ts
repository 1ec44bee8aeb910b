import { rename, rm } from "node:fs/promises";
import type { MediaFacts } from "./probe-video";
import type { Ffmpeg } from "./resolve-ffmpeg";
import { runFfmpeg } from "./run-ffmpeg";
import { untrustedInput } from "./untrusted-input";

/** A video on disk (absolute path) and what is known about it. */
export interface SourceVideo {
  path: string;
  facts: MediaFacts;
}

/** Writes the frame at 40 % of the video as a JPEG, 640 pixels wide at most. */
export async function makePoster(
  ffmpeg: Ffmpeg,
  video: SourceVideo,
  target: string,
): Promise<void> {
  const seek = ["-ss", posterSeconds(video.facts).toFixed(3)];
  const filter = ["-vf", "scale='min(640,iw)':-2", "-frames:v", "1"];
  const input = await untrustedInput(video.path);
  await writePicture(ffmpeg, [...seek, ...input, ...filter], target);
}

/** Seeking in a clip of one or two frames would find none. */
function posterSeconds({ duration_seconds, frames }: MediaFacts): number {
  return frames < 3 ? 0 : duration_seconds * 0.4;
}

/** Writes one JPEG under a temporary name, then renames it. `args` lack the output. */
export async function writePicture(
  ffmpeg: Ffmpeg,
  args: readonly string[],
  target: string,
): Promise<void> {
  const temporary = `${target}.part`;
  const output = ["-q:v", "4", "-pix_fmt", "yuvj420p", "-c:v", "mjpeg", "-f", "image2"];
  try {
    await runFfmpeg(ffmpeg, [...args, ...output, "-update", "1", "-y", temporary], 120_000);
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
