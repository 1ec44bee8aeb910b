import type { VideoShape } from "../../forecast";
import type { CheckedJob } from "../define-model";

/** The sizes that Cosmos Transfer 1 works at. Every input is resized, not cropped, to one of them. */
const sizes = [
  { ratio: 16 / 9, width: 1280, height: 704 },
  { ratio: 4 / 3, width: 960, height: 704 },
  { ratio: 1, width: 960, height: 960 },
  { ratio: 3 / 4, width: 704, height: 960 },
  { ratio: 9 / 16, width: 704, height: 1280 },
] as const;

const framesMax = 5000;
const clipFrames = 121;
const furtherFrames = 120;

/** What a transfer makes of an input: the size of the nearest ratio, at the frame rate asked for. */
export function transfer1Shape(
  { width, height, frames, fps }: VideoShape,
  config: Record<string, unknown>,
): VideoShape {
  const away = ({ ratio }: { ratio: number }) => Math.abs(ratio - width / height);
  const size = sizes.reduce((best, next) => (away(next) < away(best) ? next : best));
  return {
    width: size.width,
    height: size.height,
    frames: Math.min(frames, framesMax),
    fps: transfer1Fps({ config, media: { width, height, frames, fps } }),
  };
}

/**
 * The frame rate to name: the one asked for, else the input's own. Unsaid, the model would write 24
 * and so change how long the video is.
 */
export function transfer1Fps({ config, media }: CheckedJob): number {
  return Number(config.fps ?? Math.max(1, Math.round(media?.fps ?? 24)));
}

/** In how many clips a video of so many frames is made. */
export function countClips(frames: number): number {
  return Math.max(1, Math.ceil((Math.min(frames, framesMax) - 1) / furtherFrames));
}

/** A single picture is no video to it. */
export function tooShort({ media }: CheckedJob): string | null {
  if (!media || media.frames >= 2) return null;
  return "The input video has 1 frame: this model needs at least 2.";
}

/** The upscaler fails at its second clip. */
export function tooLongToUpscale({ media }: CheckedJob): string | null {
  if (!media || media.frames <= clipFrames) return null;
  return `The input video has ${media.frames} frames: this model upscales at most ${clipFrames}. Transfer a shorter video first.`;
}
