import { expect, test } from "vitest";
import { createLook } from "./create-look";
import { createRenderer } from "./create-renderer";
import { surfaceIndex } from "./surfaces";
import { TransferSpec } from "./transfer-spec";

const size = { width: 96, height: 54 };
const pixels = size.width * size.height;

/** A street in rough: sky above, a far and a near building, road below, fine texture on all. */
function street() {
  const source = new Uint8Array(pixels * 3);
  const surface = new Uint8Array(pixels);
  const nearness = new Uint8Array(pixels);
  for (let i = 0; i < pixels; i += 1) {
    const [x, y] = [i % size.width, Math.floor(i / size.width)];
    const kind = y > 34 ? "road" : x < 36 ? "building" : x < 60 && y > 16 ? "building" : "sky";
    const isNear = kind === "building" && x < 36;
    surface[i] = surfaceIndex[kind];
    nearness[i] = kind === "sky" ? 0 : kind === "road" ? 90 + (y - 34) * 8 : isNear ? 210 : 40;
    const texture = ((x * 7 + y * 13) % 5) * 9;
    const [r, g, b] = { road: [70, 70, 76], sky: [120, 160, 215], building: [150, 120, 96] }[kind];
    source.set([(r ?? 0) + texture, (g ?? 0) + texture, (b ?? 0) + texture], i * 3);
  }
  return { index: 0, seconds: 0, source, surface, nearness };
}

const off = { vis: 0, edge: 0, depth: 0, seg: 0 };

function render(given: Partial<TransferSpec>, weights: Partial<typeof off> = {}): Uint8Array {
  const controls = Object.entries({ ...off, ...weights }).map(([name, control_weight]) => [
    name,
    { control_weight },
  ]);
  const spec = { input_video_path: "x", prompt: "fog", ...given, ...Object.fromEntries(controls) };
  return createRenderer(createLook(TransferSpec.parse(spec)), size).render(street());
}

const light = (rgb: Uint8Array, i: number) =>
  0.3 * (rgb[i * 3] ?? 0) + 0.59 * (rgb[i * 3 + 1] ?? 0) + 0.11 * (rgb[i * 3 + 2] ?? 0);

const difference = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;

/** Mean difference between neighbours, where `where` holds. */
function roughness(rgb: Uint8Array, where: (x: number, y: number) => boolean): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < pixels - 1; i += 1) {
    if (!where(i % size.width, Math.floor(i / size.width))) continue;
    sum += Math.abs(light(rgb, i + 1) - light(rgb, i));
    count += 1;
  }
  return sum / count;
}

const onWall = (x: number, y: number) => x > 4 && x < 30 && y > 4 && y < 30;
const onContour = (x: number, y: number) => x >= 34 && x <= 37 && y < 14;

test("same seed, same frame; another seed, another frame", () => {
  expect(render({ seed: 5 }, { seg: 0.5 })).toEqual(render({ seed: 5 }, { seg: 0.5 }));
  expect(
    difference(render({ seed: 5 }, { seg: 0.5 }), render({ seed: 6 }, { seg: 0.5 })),
  ).toBeGreaterThan(1);
});

test("vis keeps the source's fine detail; without it the picture is smooth", () => {
  const detail = [0, 0.3, 1].map((vis) => roughness(render({}, { vis, seg: 0 }), onWall));
  expect(detail[1]).toBeGreaterThan((detail[0] ?? 0) * 1.3);
  expect(detail[2]).toBeGreaterThan((detail[1] ?? 0) * 1.1);
});

test("edge makes contours stand out", () => {
  const contour = [0, 0.3, 1].map((edge) => roughness(render({}, { edge }), onContour));
  expect(contour[1]).toBeGreaterThan((contour[0] ?? 0) * 1.2);
  expect(contour[2]).toBeGreaterThan((contour[1] ?? 0) * 1.1);
});

test("depth puts more haze on what is far than on what is near", () => {
  const [near, far] = [20 * size.width + 15, 24 * size.width + 48];
  const gain = (depth: number) => {
    const [without, hazy] = [render({}), render({}, { depth })];
    return (i: number) => light(hazy, i) - light(without, i);
  };
  expect(gain(0.4)(far)).toBeGreaterThan(gain(0.4)(near) + 20);
  expect(gain(1)(far)).toBeGreaterThan(gain(0.4)(far));
});

test("seg repaints surfaces in the colours of the mood", () => {
  const redness = (seg: number) => {
    const rgb = render({ prompt: "mars desert" }, { seg });
    const sky = (6 * size.width + 80) * 3;
    return (rgb[sky] ?? 0) - (rgb[sky + 2] ?? 0);
  };
  expect(redness(0.3)).toBeGreaterThan(redness(0) + 20);
  expect(redness(1)).toBeGreaterThan(redness(0.3) + 20);
});

test("weights that add up to more than 1 are scaled down to 1", () => {
  const all = (weight: number) => ({ vis: weight, edge: weight, depth: weight, seg: weight });
  expect(render({}, all(1))).toEqual(render({}, all(0.25)));
});

test("guidance is the strength of the mood, sigma_max how much of the input is replaced", () => {
  const source = street().source;
  const away = (given: Partial<TransferSpec>) =>
    difference(render({ prompt: "night", num_steps: 100, ...given }, { vis: 1 }), source);
  expect(away({ guidance: 5 })).toBeGreaterThan(away({ guidance: 1 }) + 5);
  expect(away({ sigma_max: 70 })).toBeGreaterThan(away({ sigma_max: 20 }) + 5);
  expect(away({ sigma_max: 0 })).toBeLessThan(0.6);
});

test("fewer steps leave more noise", () => {
  const noise = [1, 35].map((num_steps) => roughness(render({ num_steps }), onWall));
  expect(noise[0]).toBeGreaterThan((noise[1] ?? 0) * 2);
});

test("the negative prompt takes an effect out of the picture", () => {
  const dry = render({ prompt: "heavy snow", negative_prompt: "snow" }, { seg: 0.5 });
  expect(dry).toEqual(render({ prompt: "" }, { seg: 0.5 }));
  expect(difference(dry, render({ prompt: "heavy snow" }, { seg: 0.5 }))).toBeGreaterThan(8);
});
