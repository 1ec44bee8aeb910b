import { type FrameShape, frameRate } from "./frame-size";
import { type FrameWriter, openEncoder } from "./open-encoder";
import type { Ffmpeg } from "./resolve-ffmpeg";

/**
 * Encodes raw rgb24 frames to an .mp4 as `openEncoder` says. Width and height must be even.
 */
export function createFrameWriter(
  ffmpeg: Ffmpeg,
  target: string,
  { width, height, fps, crf = 20 }: FrameShape & { crf?: number },
): FrameWriter {
  const input = [
    ...["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", `${width}x${height}`],
    ...["-r", frameRate(fps)],
  ];
  return openEncoder(ffmpeg, target, { input, filters: [], crf });
}
