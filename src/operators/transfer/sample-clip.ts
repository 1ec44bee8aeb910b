import type { MediaFacts } from "@/media/probe-video";
import { readFrames } from "@/media/read-frames";
import type { Ffmpeg } from "@/media/resolve-ffmpeg";

/** Size of a sampled frame: enough to tell areas and colours apart. */
export const sampleSize = { width: 64, height: 36 };

/** About eight small rgb24 frames, evenly spread over a clip. */
export async function sampleClip(
  ffmpeg: Ffmpeg,
  path: string,
  facts: MediaFacts,
): Promise<Uint8Array[]> {
  const fps = Math.max(0.01, Math.min(facts.fps, 8 / facts.duration_seconds));
  const frames: Uint8Array[] = [];
  const request = { ...sampleSize, fps, pixels: "rgb24", scaling: "neighbor" } as const;
  for await (const frame of readFrames(ffmpeg, path, request)) frames.push(frame);
  return frames;
}
