import type { Look } from "./create-look";
import type { FramePlanes } from "./frame-planes";
import { surfaceIndex } from "./surfaces";

/**
 * Fills `picture`: the base in the mood's tones, each surface repainted (seg), distance turned into
 * haze (depth). Light and shade of the source model the paint.
 */
export function paintSurfaces(planes: FramePlanes, look: Look): void {
  const { width, height, base, light, softLight, nearness, surface, picture } = planes;
  const { tones, saturation, palette, haze, strength } = look;
  const painted = strength.seg * (0.95 - 0.35 * strength.vis);
  const detail = strength.vis / 80;
  const dense = strength.depth * look.hazeDensity;
  const isDark = look.has("lights");
  const hatched = look.has("hatching") ? Math.min(1, look.mood) : 0;
  for (let y = 0, i = 0; y < height; y += 1) {
    const up = 1 - y / height;
    for (let x = 0; x < width; x += 1, i += 1) {
      const a = i * 3;
      const kind = surface[i] ?? 0;
      const p = kind * 3;
      const L = light[i] ?? 0;
      const soft = softLight[i] ?? 0;
      let r = tones[clampByte(base[a] ?? 0)] ?? 0;
      let g = tones[256 + clampByte(base[a + 1] ?? 0)] ?? 0;
      let b = tones[512 + clampByte(base[a + 2] ?? 0)] ?? 0;
      const grey = 0.3 * r + 0.59 * g + 0.11 * b;
      r = grey + (r - grey) * saturation;
      g = grey + (g - grey) * saturation;
      b = grey + (b - grey) * saturation;

      const relief = kind === surfaceIndex.sky ? 0.72 + soft / 560 : shade(soft, isDark);
      const carved = relief * (1 + (L - soft) * detail);
      r += ((palette[p] ?? 0) * carved - r) * painted;
      g += ((palette[p + 1] ?? 0) * carved - g) * painted;
      b += ((palette[p + 2] ?? 0) * carved - b) * painted;

      const far = kind === surfaceIndex.sky ? 0.75 * (1 - up * 0.75) : 1 - (nearness[i] ?? 0) / 255;
      const veil = Math.min(0.96, dense * far * far * 1.15);
      r += (haze[0] - r) * veil;
      g += (haze[1] - g) * veil;
      b += (haze[2] - b) * veil;
      if (hatched > 0) {
        const ink = hatch(x, y, soft) * hatched;
        r *= 1 - ink;
        g *= 1 - ink;
        b *= 1 - ink;
      }
      picture[a] = r;
      picture[a + 1] = g;
      picture[a + 2] = b;
    }
  }
}

/** How light and shade model the paint; at night the sun's contrast is mostly taken out. */
function shade(soft: number, isDark: boolean): number {
  const level = soft / 112;
  return isDark ? 0.55 + 0.45 * level : level ** 0.78;
}

/** Share of ink on a hatched sheet: more line directions the darker the place. */
function hatch(x: number, y: number, soft: number): number {
  let ink = 0;
  if (soft < 118 && (x + y) % 5 === 0) ink += 0.34;
  if (soft < 80 && (x - y + 4000) % 5 === 0) ink += 0.34;
  if (soft < 48 && (x + 2 * y) % 4 === 0) ink += 0.3;
  return ink;
}

const clampByte = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value | 0);
