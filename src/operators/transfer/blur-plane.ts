import type { FrameSize } from "@/media/frame-size";

export interface Blur extends FrameSize {
  source: Float32Array;
  /** May be the source itself. */
  target: Float32Array;
  /** At least as long as the source. */
  scratch: Float32Array;
  radius: number;
  /** Interleaved values a pixel. */
  channels: 1 | 3;
}

/** Box blur with repeated borders; the cost does not depend on the radius. */
export function blurPlane(blur: Blur): void {
  blurRows(blur);
  blurColumns(blur);
}

function blurRows({ source, scratch, width, height, radius, channels }: Blur): void {
  const share = 1 / (2 * radius + 1);
  const last = (width - 1) * channels;
  for (let y = 0; y < height; y += 1) {
    const row = y * width * channels;
    for (let channel = 0; channel < channels; channel += 1) {
      const start = row + channel;
      const first = source[start] ?? 0;
      let sum = first * (radius + 1);
      for (let x = 1; x <= radius; x += 1) sum += source[start + Math.min(last, x * channels)] ?? 0;
      for (let x = 0; x < width; x += 1) {
        scratch[start + x * channels] = sum * share;
        const entering = x + radius + 1 < width ? (x + radius + 1) * channels : last;
        const leaving = x > radius ? (x - radius) * channels : 0;
        sum += (source[start + entering] ?? 0) - (source[start + leaving] ?? 0);
      }
    }
  }
}

function blurColumns({ target, scratch, width, height, radius, channels }: Blur): void {
  const share = 1 / (2 * radius + 1);
  const stride = width * channels;
  const sums = new Float32Array(stride);
  for (let y = -radius; y <= radius; y += 1) {
    const row = Math.min(height - 1, Math.max(0, y)) * stride;
    for (let x = 0; x < stride; x += 1) sums[x] = (sums[x] ?? 0) + (scratch[row + x] ?? 0);
  }
  for (let y = 0; y < height; y += 1) {
    const row = y * stride;
    const entering = Math.min(height - 1, y + radius + 1) * stride;
    const leaving = Math.max(0, y - radius) * stride;
    for (let x = 0; x < stride; x += 1) {
      const sum = sums[x] ?? 0;
      target[row + x] = sum * share;
      sums[x] = sum + (scratch[entering + x] ?? 0) - (scratch[leaving + x] ?? 0);
    }
  }
}
