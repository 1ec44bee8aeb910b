import type { Look } from "./create-look";
import type { FramePlanes } from "./frame-planes";
import { surfaceIndex } from "./surfaces";

/**
 * Puts snow on what faces the sky: the ground, upper borders of things, roofs of cars and the lit
 * side of leaves. Shadows stay visible on it.
 */
export function settleSnow(planes: FramePlanes, look: Look): void {
  const { width, height, surface, softLight, picture } = planes;
  const isNight = look.has("lights");
  const amount = Math.min(1, look.mood) * (isNight ? 0.55 : 1);
  const cap = width * Math.max(2, Math.round(height / 130));
  for (let i = cap; i < surface.length; i += 1) {
    const share = amount * cover(planes, i, i - cap);
    if (share === 0) continue;
    const white = Math.min(248, (isNight ? 90 : 168) + (softLight[i] ?? 0) * 0.55);
    for (let c = 0; c < 3; c += 1) {
      const value = picture[i * 3 + c] ?? 0;
      picture[i * 3 + c] = value + Math.max(0, white + 4 * c - value) * share;
    }
  }
}

/** Share of a pixel that snow covers; `above` is the pixel a snow cap's thickness higher up. */
function cover({ surface, light, softLight }: FramePlanes, i: number, above: number): number {
  const kind = surface[i];
  if (kind === surfaceIndex.sky) return 0;
  if (kind === surfaceIndex.sidewalk) return 0.72;
  if (kind === surfaceIndex.road || kind === surfaceIndex.marking) return 0.5;
  if (surface[above] === surfaceIndex.sky) return 0.8;
  if (kind === surfaceIndex.vehicle) return surface[above] === kind ? 0 : 0.85;
  const isLitLeaf = (light[i] ?? 0) > (softLight[i] ?? 0) - 2;
  return kind === surfaceIndex.vegetation && isLitLeaf ? 0.45 : 0;
}
