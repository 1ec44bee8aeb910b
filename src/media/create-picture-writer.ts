import { frameRate } from "./frame-size";
import { type FrameWriter, openEncoder } from "./open-encoder";
import type { Ffmpeg } from "./resolve-ffmpeg";

/** Finer than for what can be made again: these pictures are what every run starts from. */
const CRF = 14;

/**
 * Encodes whole PNG pictures, all of one size, to an .mp4 as `openEncoder` says. An odd size loses
 * its last column or row, which H.264 can't hold.
 */
export function createPictureWriter(ffmpeg: Ffmpeg, target: string, fps: number): FrameWriter {
  const input = ["-protocol_whitelist", "file,pipe", "-f", "image2pipe", "-c:v", "png"];
  return openEncoder(ffmpeg, target, {
    input: [...input, "-framerate", frameRate(fps)],
    filters: ["crop=trunc(iw/2)*2:trunc(ih/2)*2:0:0"],
    crf: CRF,
  });
}
