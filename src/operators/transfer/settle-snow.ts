import type { Look } from "./create-look";
import type { FramePlanes } from "./frame-planes";
import { surfaceIndex } from "./surfaces";

/** Puts snow on what faces the sky: upper borders of things, and the lit side of leaves. */
export function settleSnow(
  { width, height, surface, light, softLight, picture }: FramePlanes,
  look: Look,
): void {
  const amount = Math.min(1, look.mood) * (look.has("lights") ? 0.4 : 0.8);
  const cap = Math.max(2, Math.round(height / 130));
  for (let i = width * cap; i < surface.length; i += 1) {
    const kind = surface[i];
    if (kind === surfaceIndex.sky) continue;
    const above = surface[i - width * cap];
    const isRim = above === surfaceIndex.sky && kind !== above;
    const isLeaf = kind === surfaceIndex.vegetation && (light[i] ?? 0) > (softLight[i] ?? 0) - 2;
    const isRoof = kind === surfaceIndex.vehicle && above !== undefined && above !== kind;
    if (!isRim && !isLeaf && !isRoof) continue;
    const share = amount * (isLeaf ? 0.5 : 0.85);
    for (let a = i * 3; a < i * 3 + 3; a += 1) {
      const value = picture[a] ?? 0;
      picture[a] = value + Math.max(0, 244 - value) * share;
    }
  }
}
