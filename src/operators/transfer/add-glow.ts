import { blurPlane } from "./blur-plane";
import type { Look } from "./create-look";
import type { FramePlanes } from "./frame-planes";
import { surfaceIndex } from "./surfaces";

/** Lets the low sun shine out of the sky into everything near it. */
export function shineSun({ width, height, surface, glow }: FramePlanes, look: Look): void {
  const half = width >> 1;
  const centre = { x: width * 0.5, y: height * 0.4 };
  for (let y = 0; y < height >> 1; y += 1) {
    for (let x = 0; x < half; x += 1) {
      if (surface[y * 2 * width + x * 2] !== surfaceIndex.sky) continue;
      const distance = Math.hypot(x * 2 - centre.x, (y * 2 - centre.y) * 1.2) / width;
      const disc = distance < 0.028 ? 0.9 : 0;
      const power = look.mood * (disc + 0.36 * Math.exp(-distance * 11));
      const q = (y * half + x) * 3;
      glow[q] = 255 * power;
      glow[q + 1] = 176 * power;
      glow[q + 2] = 84 * power;
    }
  }
}

/** Spreads `glow` in a narrow and a wide circle, adds it to the picture and clears it. */
export function addGlow(planes: FramePlanes): void {
  const { width, height, glow, scratch, picture } = planes;
  const half = { width: width >> 1, height: height >> 1 };
  const blur = { ...half, source: glow, target: glow, scratch, channels: 3 as const };
  blurPlane({ ...blur, radius: 1 });
  addEnlarged(planes, 0.75);
  blurPlane({ ...blur, radius: Math.max(3, Math.round(width / 80)) });
  blurPlane({ ...blur, radius: Math.max(3, Math.round(width / 60)) });
  addEnlarged(planes, 1.5);
  glow.fill(0);

  function addEnlarged({ picture: target }: FramePlanes, amount: number) {
    for (let y = 0; y < height; y += 1) {
      const near = Math.min(half.height - 1, y >> 1);
      const far = Math.min(half.height - 1, Math.max(0, near + (y & 1 ? 1 : -1)));
      for (let x = 0; x < width; x += 1) {
        const nearX = Math.min(half.width - 1, x >> 1);
        const farX = Math.min(half.width - 1, Math.max(0, nearX + (x & 1 ? 1 : -1)));
        const a = (y * width + x) * 3;
        for (let c = 0; c < 3; c += 1) {
          const value =
            9 * (glow[(near * half.width + nearX) * 3 + c] ?? 0) +
            3 * (glow[(near * half.width + farX) * 3 + c] ?? 0) +
            3 * (glow[(far * half.width + nearX) * 3 + c] ?? 0) +
            (glow[(far * half.width + farX) * 3 + c] ?? 0);
          target[a + c] = (picture[a + c] ?? 0) + (value / 16) * amount;
        }
      }
    }
  }
}
