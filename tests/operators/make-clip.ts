import { createFrameWriter } from "@/media/create-frame-writer";
import type { FrameShape } from "@/media/frame-size";
import type { Ffmpeg } from "@/media/resolve-ffmpeg";

export const clipShape: FrameShape & { frames: number } = {
  width: 64,
  height: 48,
  fps: 12,
  frames: 12,
};

/** Writes a clip of a bright square that moves over a shaded ground. */
export async function makeClip(
  ffmpeg: Ffmpeg,
  path: string,
  { frames, ...shape } = clipShape,
): Promise<void> {
  const writer = createFrameWriter(ffmpeg, path, shape);
  for (let index = 0; index < frames; index += 1) {
    const frame = new Uint8Array(shape.width * shape.height * 3);
    for (let i = 0; i < shape.width * shape.height; i += 1) {
      const [x, y] = [i % shape.width, Math.floor(i / shape.width)];
      const isSquare = Math.abs(x - 10 - (index % 40)) < 6 && Math.abs(y - 24) < 6;
      frame.set(isSquare ? [230, 210, 120] : [40 + x, 60 + y, 140 - y], i * 3);
    }
    await writer.write(frame);
  }
  await writer.finish();
}
