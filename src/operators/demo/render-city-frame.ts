import type { FrameSize } from "@/media/frame-size";
import { createCityNoise } from "./city-noise";
import { createCityPlan } from "./city-plan";
import type { Label } from "./material";
import type { Ray } from "./ray-box";
import { skyColour, sun } from "./sky-colour";
import { surfaceColour } from "./surface-colour";
import type { Hit, Scene } from "./trace";
import { traceRay } from "./trace-ray";

/** Colours of the segmentation: Cityscapes, with CARLA's road line and a brown of our own. */
const labelColours: Record<Label, readonly [number, number, number]> = {
  sky: [70, 130, 180],
  road: [128, 64, 128],
  sidewalk: [244, 35, 232],
  building: [70, 70, 70],
  vegetation: [107, 142, 35],
  vehicle: [0, 0, 142],
  marking: [157, 234, 50],
  pole: [153, 153, 153],
  trunk: [90, 60, 30],
};

/** One moment of the drive, each rgb24: what a camera sees, how near it is, what it is. */
export interface CityFrame {
  colour: Uint8Array;
  depth: Uint8Array;
  segmentation: Uint8Array;
}

interface Sample {
  r: number;
  g: number;
  b: number;
  label: Label;
  distance: number;
}

const reach = 420;

/** Renders a drive through a made-up city. Same seed and time, same frame. */
export function createCityRenderer(seed: number, size: FrameSize): (seconds: number) => CityFrame {
  const noise = createCityNoise(seed);
  const plan = createCityPlan(noise);
  return (seconds) => {
    const scene = { noise, plan, cars: plan.carsAt(seconds) };
    return draw(size, (x, y) => lookAt(scene, cameraRay(size, { x, y, seconds }), seconds));
  };
}

function cameraRay(
  { width, height }: FrameSize,
  at: { x: number; y: number; seconds: number },
): Ray {
  const { seconds } = at;
  const yaw = 0.05 * Math.sin(seconds * 0.7) - 0.05;
  const pitch = 0.045;
  const focus = 0.86;
  const u = (at.x - width / 2) / (width / 2);
  const v = -(at.y - height / 2) / (width / 2);
  const dy = v * Math.cos(pitch) + focus * Math.sin(pitch);
  const ahead = focus * Math.cos(pitch) - v * Math.sin(pitch);
  const dx = u * Math.cos(yaw) + ahead * Math.sin(yaw);
  const dz = -u * Math.sin(yaw) + ahead * Math.cos(yaw);
  const length = Math.hypot(dx, dy, dz);
  return {
    ox: 3.1 + 0.35 * Math.sin(seconds * 0.9),
    oy: 2.35 + 0.08 * Math.sin(seconds * 2.1),
    oz: seconds * 8.5,
    dx: dx / length + 1e-9,
    dy: dy / length + 1e-9,
    dz: dz / length + 1e-9,
  };
}

const newHit = (): Hit => ({ distance: 0, thing: "sky", nx: 0, ny: 0, nz: 0, id: 0, part: 0 });
const hit = newHit();
const shadowHit = newHit();

function lookAt(scene: Scene, ray: Ray, seconds: number): Sample {
  traceRay({ scene, ray, hit }, reach);
  const { r, g, b, gloss, emission, label } = surfaceColour({ scene, ray, hit }, seconds);
  if (label === "sky") return { r, g, b, label, distance: reach };
  const { distance, nx, ny, nz } = hit;
  const facing = nx * sun.x + ny * sun.y + nz * sun.z;
  const direct = facing > 0 && !isShadowed(scene, ray) ? facing * 1.25 : 0;
  const ambient = 0.4 + 0.16 * ny + 0.05 * nz;
  let red = r * (ambient * 0.92 + direct * 1.05 + emission);
  let green = g * (ambient * 0.98 + direct * 0.96 + emission);
  let blue = b * (ambient * 1.12 + direct * 0.82 + emission);
  if (gloss > 0) {
    const turn = 2 * (ray.dx * nx + ray.dy * ny + ray.dz * nz);
    const mirror = {
      dx: ray.dx - turn * nx,
      dy: Math.abs(ray.dy - turn * ny),
      dz: ray.dz - turn * nz,
    };
    const sky = skyColour(scene.noise, mirror, seconds);
    const share = gloss * (0.25 + 0.75 * (1 - Math.abs(turn / 2)) ** 4);
    red += sky.r * share;
    green += sky.g * share;
    blue += sky.b * share;
  }
  const air = 1 - Math.exp(-distance * 0.0042);
  const haze = skyColour(scene.noise, { dx: ray.dx, dy: 0.02, dz: ray.dz }, seconds);
  return {
    r: red + (haze.r - red) * air,
    g: green + (haze.g - green) * air,
    b: blue + (haze.b - blue) * air,
    label,
    distance,
  };
}

function isShadowed(scene: Scene, ray: Ray): boolean {
  const { distance, nx, ny, nz } = hit;
  const from = {
    ox: ray.ox + ray.dx * distance + nx * 0.02,
    oy: ray.oy + ray.dy * distance + ny * 0.02 + 0.001,
    oz: ray.oz + ray.dz * distance + nz * 0.02,
  };
  const towardsSun = { ...from, dx: sun.x, dy: sun.y, dz: sun.z };
  traceRay({ scene, ray: towardsSun, hit: shadowHit }, 160);
  return shadowHit.thing !== "sky";
}

function draw({ width, height }: FrameSize, look: (x: number, y: number) => Sample): CityFrame {
  const samples = Array.from({ length: width * height }, (_, i) =>
    look((i % width) + 0.5, Math.floor(i / width) + 0.5),
  );
  const frame = {
    colour: new Uint8Array(samples.length * 3),
    depth: new Uint8Array(samples.length * 3),
    segmentation: new Uint8Array(samples.length * 3),
  };
  samples.forEach((sample, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    const beside = [
      samples[x > 0 ? i - 1 : i],
      samples[x < width - 1 ? i + 1 : i],
      samples[i - width],
      samples[i + width],
    ];
    const isRough = beside.some((other) => other && differ(sample, other));
    const { r, g, b } = isRough ? refine(sample, (dx, dy) => look(x + dx, y + dy)) : sample;
    const vignette = 1 - 0.44 * ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2);
    frame.colour.set(
      [r, g, b].map((value) => expose(value * vignette)),
      i * 3,
    );
    const near = Math.min(255, 255 * (3 / (sample.distance + 1.5)) ** 0.55);
    frame.depth.fill(sample.label === "sky" ? 0 : near, i * 3, i * 3 + 3);
    frame.segmentation.set(labelColours[sample.label], i * 3);
  });
  return frame;
}

function differ(a: Sample, b: Sample): boolean {
  return a.label !== b.label || Math.abs(a.g - b.g) > 0.07 || Math.abs(a.r - b.r) > 0.09;
}

/** Four more rays where a pixel differs from a neighbour; the middle of all is its colour. */
function refine(first: Sample, look: (dx: number, dy: number) => Sample) {
  const more = [look(0.13, 0.38), look(0.62, 0.12), look(0.87, 0.63), look(0.38, 0.88)];
  const mean = (of: (sample: Sample) => number) =>
    [first, ...more].reduce((sum, sample) => sum + Math.min(1.3, of(sample)), 0) / 5;
  return { r: mean(({ r }) => r), g: mean(({ g }) => g), b: mean(({ b }) => b) };
}

/** Film curve and gamma, to 0..255. */
function expose(value: number): number {
  const bright = value * 1.12;
  const bent = bright / (1 + bright * 0.32);
  return 255 * Math.min(1, Math.max(0, bent)) ** (1 / 1.35);
}
