import { expect, test } from "vitest";
import { loadLayers } from "./network-layers";
import { upscaleFrame } from "./upscale-frame";

const size = { width: 32, height: 24 };
const layers = loadLayers();

/** A disc: contours in every direction. `scale` 2 is the truth, 1 its reduction. */
function disc(scale: number): Uint8Array {
  const [width, height] = [size.width * scale, size.height * scale];
  return Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    const i = Math.floor(index / 3);
    let lit = 0;
    for (let sub = 0; sub < 16; sub += 1) {
      const x = ((i % width) + ((sub % 4) + 0.5) / 4) / scale;
      const y = (Math.floor(i / width) + (Math.floor(sub / 4) + 0.5) / 4) / scale;
      if (Math.hypot(x - 16, y - 12) < 8.3) lit += 1;
    }
    return 40 + (170 * lit) / 16;
  });
}

function squaredError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return sum / a.length;
}

test("the network comes closer to the truth than interpolation", () => {
  const plain = upscaleFrame(disc(1), { ...size, layers, gain: 0 });
  const trained = upscaleFrame(disc(1), { ...size, layers, gain: 1 });
  const truth = disc(2);
  expect(squaredError(trained, truth)).toBeLessThan(squaredError(plain, truth) * 0.7);
});

test("more gain moves further from the interpolated source", () => {
  const at = (gain: number) => upscaleFrame(disc(1), { ...size, layers, gain });
  const away = [0.4, 1, 2].map((gain) => squaredError(at(gain), at(0)));
  expect(away).toEqual([...away].sort((a, b) => a - b));
  expect(away[0]).toBeGreaterThan(0);
});

test("a flat picture stays flat", () => {
  const flat = new Uint8Array(size.width * size.height * 3).fill(90);
  const result = upscaleFrame(flat, { ...size, layers, gain: 2 });
  expect(Math.max(...result) - Math.min(...result)).toBeLessThanOrEqual(4);
});
