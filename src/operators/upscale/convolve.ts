import type { FrameSize } from "@/media/frame-size";
import type { Layer } from "./network-layers";

/**
 * Applies one 3x3 layer to interleaved planes; the border repeats.
 * `source` has `layer.inputs` values a pixel, `target` gets four. Two pixels go together, because
 * loading the weights costs more than multiplying by them.
 */
export function convolve(
  layer: Layer,
  { width, height }: FrameSize,
  planes: { source: Float32Array; target: Float32Array },
): void {
  const { source, target } = planes;
  const { inputs, taps, bias } = layer;
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = bias;
  const last = width - 1;
  for (let y = 0; y < height; y += 1) {
    const above = (y > 0 ? y - 1 : 0) * width;
    const here = y * width;
    const below = (y < height - 1 ? y + 1 : y) * width;
    for (let left = 0; left < width; left += 2) {
      // Where the width is odd, the last pixel is its own partner.
      const right = left < last ? left + 1 : last;
      let p0 = b0;
      let p1 = b1;
      let p2 = b2;
      let p3 = b3;
      let q0 = b0;
      let q1 = b1;
      let q2 = b2;
      let q3 = b3;
      let k = 0;
      for (let tap = 0; tap < 9; tap += 1) {
        const column = tap < 3 ? -1 : tap < 6 ? 0 : 1;
        const row = tap % 3 === 0 ? above : tap % 3 === 1 ? here : below;
        const leftAt = left + column;
        const rightAt = right + column;
        let p = (row + (leftAt < 0 ? 0 : leftAt > last ? last : leftAt)) * inputs;
        let q = (row + (rightAt < 0 ? 0 : rightAt > last ? last : rightAt)) * inputs;
        for (const end = p + inputs; p < end; p += 1, q += 1, k += 4) {
          const pv = source[p] ?? 0;
          const qv = source[q] ?? 0;
          const w0 = taps[k] ?? 0;
          const w1 = taps[k + 1] ?? 0;
          const w2 = taps[k + 2] ?? 0;
          const w3 = taps[k + 3] ?? 0;
          p0 += w0 * pv;
          p1 += w1 * pv;
          p2 += w2 * pv;
          p3 += w3 * pv;
          q0 += w0 * qv;
          q1 += w1 * qv;
          q2 += w2 * qv;
          q3 += w3 * qv;
        }
      }
      const p = (here + left) * 4;
      target[p] = p0;
      target[p + 1] = p1;
      target[p + 2] = p2;
      target[p + 3] = p3;
      const q = (here + right) * 4;
      target[q] = q0;
      target[q + 1] = q1;
      target[q + 2] = q2;
      target[q + 3] = q3;
    }
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
