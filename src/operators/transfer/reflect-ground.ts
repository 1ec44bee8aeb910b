import type { Look } from "./create-look";
import type { FramePlanes } from "./frame-planes";
import { surfaceIndex } from "./surfaces";

/** Mirrors what stands on the ground in the wet ground, rippled and smeared, weaker close by. */
export function reflectGround(planes: FramePlanes, look: Look, seconds: number): void {
  const { width, height, surface, picture } = planes;
  const { road, marking, sidewalk } = surfaceIndex;
  const strength = Math.min(1, look.mood) * (look.has("lights") ? 0.62 : 0.42);
  for (let x = 0; x < width; x += 1) {
    let contact = 0;
    for (let y = 0; y < height; y += 1) {
      const i = y * width + x;
      const kind = surface[i];
      const isRoad = kind === road || kind === marking;
      if (!isRoad && kind !== sidewalk) {
        contact = y;
        continue;
      }
      const depth = y - contact;
      if (contact === 0 || depth < 2) continue;
      const shimmer = Math.sin(y * 0.55 + seconds * 6) * (0.8 + depth * 0.02);
      const mirrorX = Math.min(width - 1, Math.max(0, Math.round(x + shimmer)));
      const share = strength * (isRoad ? 1 : 0.55) * Math.exp(-depth / (height * 0.42));
      const a = i * 3;
      for (let c = 0; c < 3; c += 1) {
        let sum = 0;
        for (let tap = -2; tap <= 2; tap += 1) {
          const row = Math.max(0, contact - depth + Math.round(tap * (1 + depth * 0.06)));
          sum += picture[(Math.min(contact, row) * width + mirrorX) * 3 + c] ?? 0;
        }
        const own = picture[a + c] ?? 0;
        picture[a + c] = own * (1 - share * 0.75) + (sum / 5) * share;
      }
    }
  }
}
