import { blurPlane } from "./blur-plane";
import type { FramePlanes } from "./frame-planes";

/** Fills `edges` (0..255) with the contours of the light and the borders between surfaces. */
export function findEdges(planes: FramePlanes): void {
  const { width, height, light, surface, edges } = planes;
  edges.fill(0);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      const nw = light[i - width - 1] ?? 0;
      const n = light[i - width] ?? 0;
      const ne = light[i - width + 1] ?? 0;
      const w = light[i - 1] ?? 0;
      const e = light[i + 1] ?? 0;
      const sw = light[i + width - 1] ?? 0;
      const s = light[i + width] ?? 0;
      const se = light[i + width + 1] ?? 0;
      const gx = ne + 2 * e + se - nw - 2 * w - sw;
      const gy = sw + 2 * s + se - nw - 2 * n - ne;
      const steepness = Math.sqrt(gx * gx + gy * gy);
      const own = surface[i];
      const border = own !== surface[i + 1] || own !== surface[i + width] ? 110 : 0;
      edges[i] = Math.min(255, Math.max(0, steepness - 70) * 0.8 + border);
    }
  }
}

/** Fills `edgeGlow` from `edges`, whether they were found or given. */
export function spreadEdges({ width, height, edges, edgeGlow, scratch }: FramePlanes): void {
  blurPlane({ width, height, source: edges, target: edgeGlow, scratch, radius: 3, channels: 1 });
}
