import type { FrameSize } from "@/media/frame-size";
import type { Layer } from "./network-layers";

/**
 * Applies one 3x3 layer to interleaved planes; the border repeats.
 * `source` has `layer.inputs` values a pixel, `target` gets four.
 */
export function convolve(
  layer: Layer,
  { width, height }: FrameSize,
  planes: { source: Float32Array; target: Float32Array },
): void {
  const { source, target } = planes;
  const { inputs, taps, bias } = layer;
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = bias;
  const starts = new Int32Array(9);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      findTaps(starts, { x, y, width, height, inputs });
      let a0 = b0;
      let a1 = b1;
      let a2 = b2;
      let a3 = b3;
      let k = 0;
      for (let tap = 0; tap < 9; tap += 1) {
        const start = starts[tap] ?? 0;
        const end = start + inputs;
        for (let p = start; p < end; p += 1) {
          const value = source[p] ?? 0;
          a0 += (taps[k] ?? 0) * value;
          a1 += (taps[k + 1] ?? 0) * value;
          a2 += (taps[k + 2] ?? 0) * value;
          a3 += (taps[k + 3] ?? 0) * value;
          k += 4;
        }
      }
      const q = (y * width + x) * 4;
      target[q] = a0;
      target[q + 1] = a1;
      target[q + 2] = a2;
      target[q + 3] = a3;
    }
  }
}

interface TapPlace extends FrameSize {
  x: number;
  y: number;
  inputs: number;
}

/** Offsets of the nine neighbours, columns first as the weights are stored. */
function findTaps(starts: Int32Array, { x, y, width, height, inputs }: TapPlace): void {
  const above = (y > 0 ? y - 1 : 0) * width;
  const here = y * width;
  const below = (y < height - 1 ? y + 1 : y) * width;
  for (let column = 0; column < 3; column += 1) {
    const at = Math.min(width - 1, Math.max(0, x + column - 1));
    starts[column * 3] = (above + at) * inputs;
    starts[column * 3 + 1] = (here + at) * inputs;
    starts[column * 3 + 2] = (below + at) * inputs;
  }
}

/** The positive part of four channels, then the negative part: eight channels, none below zero. */
export function splitSigns(source: Float32Array, target: Float32Array): void {
  for (let i = 0, o = 0; i < source.length; i += 4, o += 8) {
    for (let channel = 0; channel < 4; channel += 1) {
      const value = source[i + channel] ?? 0;
      target[o + channel] = value > 0 ? value : 0;
      target[o + 4 + channel] = value < 0 ? -value : 0;
    }
  }
}
