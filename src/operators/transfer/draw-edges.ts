import type { Look } from "./create-look";
import type { FramePlanes } from "./frame-planes";
import { surfaceIndex } from "./surfaces";

/** Leaves and lane lines are all contour; drawn in full they would drown everything else. */
const damping: Partial<Record<number, number>> = {
  [surfaceIndex.vegetation]: 0.45,
  [surfaceIndex.marking]: 0.15,
  [surfaceIndex.road]: 0.6,
};

/** The edge control: draws the contours, as ink where the mood's line is dark, else as light. */
export function drawEdges(planes: FramePlanes, look: Look): void {
  const { width, edges, edgeGlow, surface, picture } = planes;
  const { line } = look;
  const strength = look.strength.edge;
  if (strength === 0) return;
  const isInk = line[0] + line[1] + line[2] < 300;
  const isNeon = look.has("neon");
  const power = look.has("hatching") ? 1.6 : isNeon ? 1.15 : isInk ? 1 : 0.6;
  for (let i = 0, a = 0; i < edges.length; i += 1, a += 3) {
    const contour = (edges[i] ?? 0) / 235;
    const glow = isInk ? 0 : (edgeGlow[i] ?? 0) / 240;
    if (contour + glow < 0.02) continue;
    const amount = Math.min(
      1,
      (contour + glow) * strength * power * (damping[surface[i] ?? 0] ?? 1),
    );
    if (isInk) {
      for (let c = 0; c < 3; c += 1) {
        const value = picture[a + c] ?? 0;
        picture[a + c] = value + ((line[c] ?? 0) - value) * amount;
      }
      continue;
    }
    const side = isNeon ? (i % width) / width : -1;
    picture[a] = (picture[a] ?? 0) + (side < 0 ? line[0] : 255 - 225 * side) * amount * 0.75;
    picture[a + 1] = (picture[a + 1] ?? 0) + (side < 0 ? line[1] : 40 + 180 * side) * amount * 0.75;
    picture[a + 2] = (picture[a + 2] ?? 0) + (side < 0 ? line[2] : 205 + 50 * side) * amount * 0.75;
  }
}
