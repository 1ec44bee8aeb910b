import type { GpuSample } from "@/domain/gpu/gpu-state";

/** Size of the drawing; it is stretched to the width that it gets. */
export const curveBox = { width: 300, height: 60 };

/**
 * Points for polylines of one value of a curve, its time filling the width and `max` the height. What is
 * not known leaves a gap, so there may be several.
 */
export function curvePoints(
  samples: readonly GpuSample[],
  read: (sample: GpuSample) => number | null,
  max: number,
): string[] {
  const end = samples.at(-1)?.t || 1;
  const lines: string[][] = [[]];
  for (const sample of samples) {
    const value = read(sample);
    if (value === null) {
      lines.push([]);
      continue;
    }
    const x = (sample.t / end) * curveBox.width;
    const y = curveBox.height * (1 - Math.min(1, value / max));
    lines.at(-1)?.push(`${x.toFixed(1)},${y.toFixed(1)}`);
  }
  // A single point is drawn as a short line.
  return lines
    .filter((points) => points.length > 0)
    .map((points) => (points.length === 1 ? [...points, ...points] : points).join(" "));
}
