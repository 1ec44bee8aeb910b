import { type Material, matte, type Spot } from "./material";
import { skyColour } from "./sky-colour";
import type { Hit, Scene, Trace } from "./trace";

const walls = [
  [0.62, 0.36, 0.27],
  [0.74, 0.66, 0.55],
  [0.55, 0.56, 0.58],
  [0.42, 0.47, 0.54],
  [0.72, 0.52, 0.38],
  [0.8, 0.77, 0.7],
  [0.36, 0.4, 0.43],
] as const;

const signPaints = [
  [0.95, 0.08, 0.36],
  [0.02, 0.72, 0.86],
  [0.98, 0.62, 0.05],
  [0.36, 0.16, 0.9],
  [0.08, 0.78, 0.36],
  [0.95, 0.2, 0.08],
] as const;

const floorHeight = 3.1;
/** Height at which the shops end and the floors begin. */
const shopTop = 4.2;

/** A facade: a shop at street level with a coloured fascia, rows of windows above, some of them lit. */
export function facadeColour(trace: Trace, spot: Spot, seconds: number): Material {
  const { hit } = trace;
  const { hash, noise } = trace.scene.noise;
  const [wr, wg, wb] = walls[Math.floor(hash(hit.id, 1, 2) * walls.length)] ?? walls[0];
  const tone = 0.85 + 0.3 * hash(hit.id, 4, 4);
  if (hit.ny !== 0) return matte([wr * tone * 0.8, wg * tone * 0.8, wb * tone * 0.8], "building");
  const along = hit.nx !== 0 ? spot.z : spot.x;
  const shadow = Math.min(1, 0.66 + spot.y * 0.06);
  const glass = mirrored(trace, seconds);
  if (spot.y < shopTop) {
    return shaded(shopColour(trace, { along, y: spot.y, glass }), shadow);
  }
  const style = hash(hit.id, 7, 7);
  const column = along / (1.9 + style * 1.5);
  const floor = (spot.y - shopTop) / floorHeight;
  const u = column - Math.floor(column);
  const v = floor - Math.floor(floor);
  const isGlass = style > 0.72;
  const [side, bottom, top] = isGlass ? [0.05, 0.06, 0.94] : [0.2, 0.22, 0.82];
  if (u > side && u < 1 - side && v > bottom && v < top) {
    const isLit = hash(Math.floor(column), Math.floor(floor), hit.id) > 0.74;
    const blind = isLit && v > 0.6 && hash(Math.floor(column), Math.floor(floor), 77) > 0.5;
    if (!isLit) return shaded(glass, shadow);
    const warm = blind ? 0.6 : 1;
    const lit = {
      r: glass.r * 0.45 + 0.62 * warm,
      g: glass.g * 0.4 + 0.43 * warm,
      b: glass.b * 0.3 + 0.16 * warm,
    };
    return { ...glass, ...lit, emission: 0.42 };
  }
  const grain = 0.93 + 0.14 * noise(along * 3, spot.y * 3, 12);
  const ledge = v < 0.07 ? 0.84 : 1;
  const paint = tone * grain * ledge;
  return shaded(matte([wr * paint, wg * paint, wb * paint], "building"), shadow);
}

interface ShopFront {
  along: number;
  y: number;
  /** What its panes mirror. */
  glass: Material;
}

function shopColour({ scene, hit }: Trace, { along, y, glass }: ShopFront): Material {
  const { hash, noise } = scene.noise;
  const shop = Math.floor(along / 8);
  const bay = along / 4 - Math.floor(along / 4);
  const paint = signPaints[Math.floor(hash(shop, hit.id, 5) * signPaints.length)] ?? signPaints[0];
  if (y > 3.2 && y < 3.95) {
    const letters = (((along / 8) % 1) + 1) % 1;
    const isText = letters > 0.2 && letters < 0.8 && y > 3.4 && y < 3.75;
    const isStroke = isText && noise(along * 7, y * 5, 61) > 0.5;
    if (isStroke) return { ...matte([0.95, 0.94, 0.88], "building"), emission: 0.3 };
    return {
      ...matte([paint[0] * 0.8, paint[1] * 0.8, paint[2] * 0.8], "building"),
      emission: 0.12,
    };
  }
  if (y < 3.1 && y > 0.45 && bay > 0.07 && bay < 0.93) {
    const isOpen = hash(shop, hit.id, 15) > 0.25;
    if (!isOpen) return glass;
    const goods = 0.55 + 0.6 * noise(along * 2.2, y * 2.6, 63) * (y < 1.7 ? 1 : 0.5);
    const lit = {
      r: glass.r * 0.5 + 0.5 * goods,
      g: glass.g * 0.5 + 0.37 * goods,
      b: glass.b * 0.4 + 0.18 * goods,
    };
    return { ...glass, ...lit, emission: 0.3 };
  }
  return matte([0.26, 0.24, 0.23], "building");
}

/** A blade sign: a painted panel in a dark frame, with a run of marks down its face. */
export function signColour({ noise }: Scene, hit: Hit, { x, y }: Spot): Material {
  const paint =
    signPaints[Math.floor(noise.hash(hit.id, 43, 3) * signPaints.length)] ?? signPaints[0];
  if (hit.nz === 0) return matte([0.12, 0.12, 0.13], "building");
  const across = Math.abs(Math.abs(x) - 10.35) / 0.65;
  if (across > 0.86) return matte([0.12, 0.12, 0.13], "building");
  const mark = noise.noise(x * 4.2, y * 2.4, 71 + (hit.id & 7));
  if (across < 0.55 && mark > 0.52)
    return { ...matte([0.96, 0.94, 0.88], "building"), emission: 0.4 };
  return { ...matte([paint[0], paint[1], paint[2]], "building"), emission: 0.35 };
}

/** A pane that mirrors the sky. */
function mirrored({ scene, ray, hit }: Trace, seconds: number): Material {
  const dx = hit.nx ? -ray.dx : ray.dx;
  const dz = hit.nz ? -ray.dz : ray.dz;
  const sky = skyColour(scene.noise, { dx, dy: Math.abs(ray.dy) + 0.12, dz }, seconds);
  return matte([0.05 + sky.r * 0.34, 0.07 + sky.g * 0.34, 0.09 + sky.b * 0.34], "building");
}

function shaded(material: Material, by: number): Material {
  return { ...material, r: material.r * by, g: material.g * by, b: material.b * by };
}
