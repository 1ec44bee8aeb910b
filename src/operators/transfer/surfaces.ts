/** Kinds of surface that a picture is divided into; a surface plane holds indices into this list. */
export const surfaces = [
  "sky",
  "road",
  "sidewalk",
  "building",
  "vegetation",
  "vehicle",
  "marking",
  "pole",
  "trunk",
  "person",
] as const;
export type Surface = (typeof surfaces)[number];

export const surfaceIndex = Object.fromEntries(
  surfaces.map((surface, index) => [surface, index]),
) as Record<Surface, number>;

type Rgb = readonly [number, number, number];

/** Cityscapes label colours (and CARLA's road line), with the surface each is painted as. */
const labelColours: readonly (readonly [Surface, Rgb])[] = [
  ["sky", [70, 130, 180]],
  ["road", [128, 64, 128]],
  ["sidewalk", [244, 35, 232]],
  ["building", [70, 70, 70]],
  ["building", [102, 102, 156]],
  ["building", [190, 153, 153]],
  ["vegetation", [107, 142, 35]],
  ["vegetation", [152, 251, 152]],
  ["vehicle", [0, 0, 142]],
  ["vehicle", [0, 0, 70]],
  ["vehicle", [0, 60, 100]],
  ["vehicle", [0, 0, 230]],
  ["vehicle", [119, 11, 32]],
  ["marking", [157, 234, 50]],
  ["pole", [153, 153, 153]],
  ["pole", [250, 170, 30]],
  ["pole", [220, 220, 0]],
  ["trunk", [90, 60, 30]],
  ["person", [220, 20, 60]],
  ["person", [255, 0, 0]],
];

/** A label video's pixel as an index into 4096 colours (4 bits a channel). */
export const colourKey = (r: number, g: number, b: number) =>
  ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4);

/** For each of the 4096 colours the surface of the nearest label. */
export function surfaceOfColour(): Uint8Array {
  return Uint8Array.from({ length: 4096 }, (_, key) => surfaceIndex[nearestLabel(key).surface]);
}

/** Share (0..1) of a frame's pixels whose colour is close to a known label. */
export function shareOfKnownLabels(rgb: Uint8Array): number {
  const pixels = rgb.length / 3;
  let known = 0;
  for (let a = 0; a < rgb.length; a += 3) {
    const key = colourKey(rgb[a] ?? 0, rgb[a + 1] ?? 0, rgb[a + 2] ?? 0);
    if (nearestLabel(key).distance < 40) known += 1;
  }
  return known / pixels;
}

const nearest = new Map<number, { surface: Surface; distance: number }>();

function nearestLabel(key: number) {
  const cached = nearest.get(key);
  if (cached) return cached;
  const [r, g, b] = [(key >> 8) * 16 + 8, ((key >> 4) & 15) * 16 + 8, (key & 15) * 16 + 8];
  const [first] = labelColours
    .map(([surface, c]) => ({ surface, distance: Math.hypot(c[0] - r, c[1] - g, c[2] - b) }))
    .sort((x, y) => x.distance - y.distance);
  const found = first ?? { surface: "building" as const, distance: Number.POSITIVE_INFINITY };
  nearest.set(key, found);
  return found;
}
