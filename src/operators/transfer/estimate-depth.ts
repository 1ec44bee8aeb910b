import type { FrameSize } from "@/media/frame-size";
import { surfaceIndex } from "./surfaces";

/**
 * A guess at nearness where no depth video is given: low in the picture and rich in colour is
 * close, high and pale is far, sky is farthest. Good for haze, not for measuring.
 */
export function estimateDepth(
  source: Uint8Array,
  surface: Uint8Array,
  { width, height }: FrameSize,
): Uint8Array {
  const nearness = new Uint8Array(width * height);
  for (let i = 0, a = 0; i < nearness.length; i += 1, a += 3) {
    if (surface[i] === surfaceIndex.sky) continue;
    const y = Math.floor(i / width) / height;
    const r = source[a] ?? 0;
    const g = source[a + 1] ?? 0;
    const b = source[a + 2] ?? 0;
    const high = Math.max(r, g, b);
    const richness = high > 0 ? (high - Math.min(r, g, b)) / high : 0;
    const place = y > 0.5 ? 0.25 + 1.4 * (y - 0.5) : 0.25 + 0.5 * (0.5 - y);
    nearness[i] = Math.min(255, 255 * (0.8 * place + 0.2 * richness));
  }
  return nearness;
}
