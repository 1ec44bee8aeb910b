export interface CityNoise {
  /** A number in [0, 1) for three whole numbers. */
  hash(a: number, b?: number, c?: number): number;
  /** Smooth noise in [0, 1) over a plane; `layer` picks one of many planes. */
  noise(x: number, y: number, layer: number): number;
  /** Four octaves of `noise`. */
  clouds(x: number, y: number, layer: number): number;
}

/** Repeatable randomness of one city. */
export function createCityNoise(seed: number): CityNoise {
  const hash = (a: number, b = 0, c = 0) => {
    let n =
      Math.imul(a | 0, 374_761_393) ^
      Math.imul(b | 0, 668_265_263) ^
      Math.imul((c + seed) | 0, 873_209_373);
    n = Math.imul(n ^ (n >>> 13), 1_274_126_177);
    n ^= n >>> 16;
    return (n >>> 0) / 4_294_967_296;
  };
  const smooth = (t: number) => t * t * (3 - 2 * t);
  const noise = (x: number, y: number, layer: number) => {
    const i = Math.floor(x);
    const j = Math.floor(y);
    const u = smooth(x - i);
    const v = smooth(y - j);
    const a = hash(i, j, layer);
    const b = hash(i + 1, j, layer);
    const c = hash(i, j + 1, layer);
    const d = hash(i + 1, j + 1, layer);
    return a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v;
  };
  const clouds = (x: number, y: number, layer: number) =>
    0.5 * noise(x, y, layer) +
    0.25 * noise(x * 2.1, y * 2.1, layer + 1) +
    0.14 * noise(x * 4.3, y * 4.3, layer + 2) +
    0.08 * noise(x * 8.7, y * 8.7, layer + 3);
  return { hash, noise, clouds };
}
