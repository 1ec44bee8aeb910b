import type { CityNoise } from "./city-noise";

/** Direction to the sun, of length 1. */
export const sun = { x: -0.5495, y: 0.6194, z: -0.5595 };

interface Direction {
  dx: number;
  dy: number;
  dz: number;
}

/** The sky in a direction: blue above, pale at the horizon, drifting clouds, the glow of the sun. */
export function skyColour({ clouds }: CityNoise, { dx, dy, dz }: Direction, seconds: number) {
  const low = (1 - Math.max(0, dy)) ** 3;
  let r = 0.24 + 0.52 * low;
  let g = 0.46 + 0.36 * low;
  let b = 0.8 + 0.1 * low;
  if (dy > 0.03) {
    const scale = 1 / (dy + 0.12);
    const cover = clouds(dx * scale * 1.3 + seconds * 0.03, dz * scale * 1.3, 77);
    const amount = Math.min(1, Math.max(0, (cover - 0.46) * 4.5)) * Math.min(1, (dy - 0.03) * 6);
    r += (0.98 - r) * amount;
    g += (0.97 - g) * amount;
    b += (0.97 - b) * amount;
  }
  const towards = Math.max(0, dx * sun.x + dy * sun.y + dz * sun.z);
  const glow = towards ** 8 * 0.25 + towards ** 400 * 1.2;
  return { r: r + glow, g: g + glow * 0.85, b: b + glow * 0.6 };
}
