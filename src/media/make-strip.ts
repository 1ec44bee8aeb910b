import { type SourceVideo, writePicture } from "./make-poster";
import type { Ffmpeg } from "./resolve-ffmpeg";
import { untrustedInput } from "./untrusted-input";

/** Tiles of a strip, side by side, evenly spread over the video. */
const stripTiles = 10;

/** Writes a JPEG of ten tiles in a row, each 160 pixels wide, for scrubbing previews. */
export async function makeStrip(ffmpeg: Ffmpeg, video: SourceVideo, target: string): Promise<void> {
  const rate = (stripTiles / video.facts.duration_seconds).toFixed(6);
  const filter = `fps=${rate},scale=160:-2,tpad=stop=${stripTiles}:stop_mode=clone,tile=${stripTiles}x1`;
  const input = await untrustedInput(video.path);
  await writePicture(ffmpeg, [...input, "-vf", filter, "-frames:v", "1"], target);
}
