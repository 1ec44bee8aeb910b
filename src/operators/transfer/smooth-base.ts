import { blurPlane } from "./blur-plane";
import type { FramePlanes } from "./frame-planes";
import type { Look } from "./create-look";

/**
 * The vis control: fills `base` with the source, flattened the more the weaker the control is.
 * Each pass blurs where neighbours are alike and leaves contours standing.
 */
export function smoothBase(planes: FramePlanes, look: Look): void {
  const { width, height, source, base, scratch, picture } = planes;
  base.set(source);
  for (let pass = 0; pass < look.passes; pass += 1) {
    const blur = { width, height, scratch, channels: 3 as const, radius: 2 + (pass % 3) };
    blurPlane({ ...blur, source: base, target: picture });
    for (let a = 0; a < base.length; a += 3) {
      const r = base[a] ?? 0;
      const g = base[a + 1] ?? 0;
      const b = base[a + 2] ?? 0;
      const dr = (picture[a] ?? 0) - r;
      const dg = (picture[a + 1] ?? 0) - g;
      const db = (picture[a + 2] ?? 0) - b;
      const share = 1 / (1 + (dr * dr + dg * dg + db * db) / 1800);
      base[a] = r + dr * share;
      base[a + 1] = g + dg * share;
      base[a + 2] = b + db * share;
    }
  }
  const kept = look.strength.vis;
  for (let a = 0; a < base.length; a += 1) {
    const flat = base[a] ?? 0;
    base[a] = flat + ((source[a] ?? 0) - flat) * kept;
  }
}
