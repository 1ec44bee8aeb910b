import { clip, type Matrix, type Rgb, transform } from "./rgb";

// Matrices by Björn Ottosson, https://bottosson.github.io/posts/oklab/
const lmsOfLab: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const rgbOfLms: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];
const lmsOfRgb: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const labOfLms: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

/**
 * Reads `oklch(lightness chroma hue)` with plain numbers.
 * @throws RangeError when it is written in another way
 */
export function parseOklch(text: string): Rgb {
  const parts = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(text)?.slice(1).map(Number);
  const [lightness, chroma, hue] = parts ?? [];
  if (lightness === undefined || chroma === undefined || hue === undefined) {
    throw new RangeError(`Not a colour: ${text}`);
  }
  const angle = (hue * Math.PI) / 180;
  const lab: Rgb = [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const [l, m, s] = transform(lmsOfLab, lab);
  return clip(transform(rgbOfLms, [l ** 3, m ** 3, s ** 3]));
}

/** How far apart two colours look: their distance in OKLab, times 100. About 2 can just be told apart. */
export function colourDistance(one: Rgb, other: Rgb): number {
  const [a, b] = [toOklab(one), toOklab(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function toOklab(rgb: Rgb): Rgb {
  const [l, m, s] = transform(lmsOfRgb, rgb);
  return transform(labOfLms, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
}
