import type { FrameSize } from "@/media/frame-size";
import { convolve, splitSigns } from "./convolve";
import type { Layer } from "./network-layers";

export interface UpscaleSettings extends FrameSize {
  layers: readonly Layer[];
  /** How much of the network's detail is added: 0 is plain interpolation, 1 as it was trained. */
  gain: number;
}

/**
 * Doubles an rgb24 frame: bilinear interpolation plus the detail that the network predicts, which is
 * one value for each of the 2x2 new pixels, the same for the three colours.
 */
export function upscaleFrame(rgb: Uint8Array, settings: UpscaleSettings): Uint8ClampedArray {
  const detail = settings.gain > 0 ? predictDetail(rgb, settings) : null;
  const { width, height, gain } = settings;
  const result = new Uint8ClampedArray(width * height * 12);
  let o = 0;
  for (let y = 0; y < height * 2; y += 1) {
    const near = (y >> 1) * width;
    const far = Math.min(height - 1, Math.max(0, (y >> 1) + (y & 1 ? 1 : -1))) * width;
    for (let x = 0; x < width * 2; x += 1) {
      const nearX = x >> 1;
      const farX = Math.min(width - 1, Math.max(0, nearX + (x & 1 ? 1 : -1)));
      const a = (near + nearX) * 3;
      const b = (near + farX) * 3;
      const c = (far + nearX) * 3;
      const d = (far + farX) * 3;
      const added = detail
        ? (detail[(near + nearX) * 4 + (x & 1) + (y & 1) * 2] ?? 0) * 255 * gain
        : 0;
      for (let channel = 0; channel < 3; channel += 1) {
        const plain =
          (9 * (rgb[a + channel] ?? 0) +
            3 * (rgb[b + channel] ?? 0) +
            3 * (rgb[c + channel] ?? 0) +
            (rgb[d + channel] ?? 0)) /
          16;
        result[o] = plain + added;
        o += 1;
      }
    }
  }
  return result;
}

function predictDetail(rgb: Uint8Array, { layers, ...size }: UpscaleSettings): Float32Array {
  const count = size.width * size.height;
  const features = new Float32Array(count * 4);
  const signed = new Float32Array(count * 8);
  const picture = new Float32Array(count * 4);
  for (let i = 0; i < count; i += 1) {
    picture[i * 4] = (rgb[i * 3] ?? 0) / 255;
    picture[i * 4 + 1] = (rgb[i * 3 + 1] ?? 0) / 255;
    picture[i * 4 + 2] = (rgb[i * 3 + 2] ?? 0) / 255;
    picture[i * 4 + 3] = 1;
  }
  layers.forEach((layer, index) => {
    if (index > 0) splitSigns(features, signed);
    convolve(layer, size, { source: index > 0 ? signed : picture, target: features });
  });
  return features;
}
