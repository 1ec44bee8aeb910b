import { lotInBlock, lotLength } from "./city-plan";
import { facadeColour, signColour } from "./facade-colour";
import { type Material, matte, type Spot } from "./material";
import { skyColour } from "./sky-colour";
import type { Hit, Scene, Trace } from "./trace";

/** The material at the spot where a ray met something. */
export function surfaceColour(trace: Trace, seconds: number): Material {
  const { scene, ray, hit } = trace;
  const { distance } = hit;
  const spot = {
    x: ray.ox + ray.dx * distance,
    y: ray.oy + ray.dy * distance,
    z: ray.oz + ray.dz * distance,
  };
  switch (hit.thing) {
    case "sky":
      return { ...skyColour(scene.noise, ray, seconds), gloss: 0, emission: 0, label: "sky" };
    case "ground":
      return groundColour(scene, spot, distance);
    case "building":
      return facadeColour(trace, spot, seconds);
    case "sign":
      return signColour(scene, hit, spot);
    case "leaves": {
      const n = scene.noise.clouds(spot.x * 2.6 + spot.z * 1.1, spot.y * 2.6 + spot.z * 0.7, 21);
      const age = scene.noise.hash(hit.id, 2, 2);
      return matte([0.13 + 0.12 * age + n * 0.18, 0.27 + n * 0.3, 0.08 + n * 0.07], "vegetation");
    }
    case "trunk": {
      const n = scene.noise.noise(spot.x * 6, spot.y * 2, 9);
      return matte([0.28 + n * 0.08, 0.2 + n * 0.06, 0.14], "trunk");
    }
    case "lamp":
      return matte([0.24, 0.24, 0.25], "pole");
    case "car":
      return carColour(scene, hit, spot);
  }
}

function groundColour(scene: Scene, { x, z }: Spot, distance: number): Material {
  const { noise } = scene;
  const aside = Math.abs(x);
  const isCrossing = lotInBlock(z) === 0;
  const along = z - Math.floor(z / lotLength) * lotLength;
  if (aside >= 7.2 && !(isCrossing && along > 2.5 && along < 13.5)) {
    return pavementColour(scene, { x, y: 0, z }, distance);
  }
  const n = noise.clouds(x * 1.7, z * 0.9, 3);
  const wear = noise.noise(x * 9, z * 9, 4) > 0.22 ? 1 : 0.6;
  const centre = !isCrossing && Math.abs(aside - 0.16) < 0.07;
  const dash = !isCrossing && Math.abs(aside - 3.6) < 0.09 && ((z % 9) + 9) % 9 < 4;
  const zebra = isCrossing && aside < 7 && (along < 2.4 || along > 13.6) && (x + 20) % 1.3 < 0.65;
  if (dash || zebra) return matte([0.78 * wear, 0.78 * wear, 0.78 * wear], "marking");
  if (centre) return matte([0.8 * wear, 0.6 * wear, 0.12 * wear], "marking");
  const grey = 0.17 + n * 0.09;
  return { ...matte([grey, grey, grey * 1.06], "road"), gloss: 0.12 };
}

function pavementColour({ noise }: Scene, { x, z }: Spot, distance: number): Material {
  const n = noise.clouds(x * 2, z * 2, 6);
  const isJoint = ((x % 1.5) + 1.5) % 1.5 < 0.05 || ((z % 1.5) + 1.5) % 1.5 < 0.05;
  const near = Math.max(0, Math.min(1, 1.6 - distance / 90));
  const kerb = Math.abs(x) < 7.4 ? 1.15 : 1;
  const tone = kerb * (isJoint ? 1 - 0.25 * near : 1);
  return matte(
    [(0.5 + n * 0.12) * tone, (0.48 + n * 0.12) * tone, (0.45 + n * 0.11) * tone],
    "sidewalk",
  );
}

const paints = [
  [0.75, 0.08, 0.06],
  [0.9, 0.9, 0.92],
  [0.06, 0.07, 0.09],
  [0.1, 0.24, 0.55],
  [0.95, 0.7, 0.08],
  [0.45, 0.47, 0.5],
  [0.05, 0.35, 0.25],
] as const;

function carColour({ noise, cars }: Scene, hit: Hit, { x, y }: Spot): Material {
  const [r, g, b] = paints[Math.floor(noise.hash(hit.id, 6, 6) * paints.length)] ?? paints[0];
  if (hit.part >= 2) return matte([0.03, 0.03, 0.03], "vehicle");
  if (hit.part === 1 && hit.ny === 0) {
    return { ...matte([0.06, 0.08, 0.1], "vehicle"), gloss: 0.5 };
  }
  const centre = cars.find(({ id }) => id === hit.id)?.x ?? x;
  const isLight =
    hit.part === 0 &&
    hit.nz !== 0 &&
    y > 0.52 &&
    y < 0.74 &&
    Math.abs(Math.abs(x - centre) - 0.68) < 0.17;
  if (isLight && hit.nz < 0 && centre > 0)
    return { ...matte([0.95, 0.06, 0.05], "vehicle"), emission: 0.6 };
  if (isLight) return { ...matte([1, 1, 0.88], "vehicle"), emission: 0.8 };
  const isPlate =
    hit.part === 0 && hit.nz !== 0 && Math.abs(x - centre) < 0.24 && y > 0.46 && y < 0.58;
  if (isPlate) return matte([0.85, 0.85, 0.8], "vehicle");
  return { ...matte([r, g, b], "vehicle"), gloss: 0.3 };
}
