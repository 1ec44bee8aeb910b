import type { Look } from "./create-look";
import type { FramePlanes } from "./frame-planes";
import { surfaceIndex } from "./surfaces";

/**
 * What shines in the dark: lit windows and signs, lamps, head- and tail-lights, and the pool of our
 * own head-lights on the road. Goes into `glow`; what is lit is brightened in place.
 */
export function shineLights(planes: FramePlanes, look: Look): void {
  const { width, height, source, light, nearness, surface, picture, glow } = planes;
  const half = width >> 1;
  const isNeon = look.has("neon");
  const emit = (i: number, colour: readonly number[], power: number) => {
    const x = i % width;
    const y = (i - x) / width;
    const q = (Math.min(y >> 1, (height >> 1) - 1) * half + Math.min(x >> 1, half - 1)) * 3;
    const a = i * 3;
    for (let c = 0; c < 3; c += 1) {
      const value = (colour[c] ?? 0) * power * look.mood;
      glow[q + c] = (glow[q + c] ?? 0) + value * 0.25;
      picture[a + c] = (picture[a + c] ?? 0) + value * 0.8;
    }
  };
  for (let y = 0, i = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, i += 1) {
      const kind = surface[i];
      if (kind === surfaceIndex.sky) continue;
      const a = i * 3;
      const r = source[a] ?? 0;
      const g = source[a + 1] ?? 0;
      const b = source[a + 2] ?? 0;
      const L = light[i] ?? 0;
      if (kind === surfaceIndex.building) {
        const chroma = Math.max(r, g, b) - Math.min(r, g, b);
        // Yellow glass is a lit window; brick is red and tan walls are pale.
        const warm = ramp(Math.min(r - b - 45, (g - b - 26) * 1.5), 32) * ramp(L - 70, 45);
        if (warm > 0) emit(i, [255, 182, 92], warm * 0.9);
        else if (isNeon && chroma > 50) emit(i, neonTint(r, g, b), ramp(chroma - 50, 50));
      } else if (kind === surfaceIndex.vehicle) {
        if (r > 140 && r - Math.max(g, b) > 85) emit(i, [255, 34, 44], 1.5);
        else if (L > 222) emit(i, [255, 250, 225], 1.3);
      } else if (kind === surfaceIndex.pole && isLampHead(surface, i, width)) {
        emit(i, [255, 214, 150], 1.7);
      } else if (kind === surfaceIndex.road || kind === surfaceIndex.marking) {
        const aside = (x / width - 0.52) * 2.6;
        const pool = (nearness[i] ?? 0) / 255;
        const power = look.strength.depth * 0.62 * pool * pool * Math.exp(-aside * aside * 2);
        for (let c = 0; c < 3; c += 1) {
          const own = picture[a + c] ?? 0;
          picture[a + c] = own * (1 + 1.6 * power) + (34 - 6 * c) * power;
        }
      }
    }
  }
}

/** 0 below zero, 1 above `full`. */
const ramp = (value: number, full: number) => Math.min(1, Math.max(0, value / full));

/** The horizontal arm of a lamp post, seen from below. */
function isLampHead(surface: Uint8Array, i: number, width: number): boolean {
  const pole = surfaceIndex.pole;
  const isArm = surface[i - 2] === pole && surface[i + 2] === pole;
  return isArm && surface[i + 2 * width] !== pole && surface[i + 2 + 2 * width] !== pole;
}

/** A sign's own colour, with everything but its strongest parts taken out. */
function neonTint(r: number, g: number, b: number): [number, number, number] {
  const low = Math.min(r, g, b);
  const scale = 255 / (Math.max(r, g, b) - low + 1);
  return [(r - low) * scale, (g - low) * scale, (b - low) * scale];
}
