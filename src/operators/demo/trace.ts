import type { CityNoise } from "./city-noise";
import type { Car, CityPlan } from "./city-plan";
import { type Box, entered, type Ray, rayBox } from "./ray-box";

export type Thing = "sky" | "ground" | "building" | "sign" | "leaves" | "trunk" | "lamp" | "car";

/** What a ray met first. `id` tells things of one kind apart; `part` is body, cabin or wheel. */
export interface Hit {
  distance: number;
  thing: Thing;
  nx: number;
  ny: number;
  nz: number;
  id: number;
  part: number;
}

export interface Scene {
  plan: CityPlan;
  noise: CityNoise;
  cars: readonly Car[];
}

/** One ray on its way through a scene; `hit` is the nearest thing met so far. */
export interface Trace {
  scene: Scene;
  ray: Ray;
  hit: Hit;
}

export interface Found {
  thing: Thing;
  id: number;
  part: number;
}

/** Notes a box as hit if it is nearer than what was met so far. */
export function meetBox({ ray, hit }: Trace, box: Box, found: Found): boolean {
  const distance = rayBox(ray, box);
  if (distance >= hit.distance) return false;
  const { axis } = entered;
  hit.distance = distance;
  hit.thing = found.thing;
  hit.id = found.id;
  hit.part = found.part;
  hit.nx = axis === 0 ? -Math.sign(ray.dx) : 0;
  hit.ny = axis === 1 ? -Math.sign(ray.dy) : 0;
  hit.nz = axis === 2 ? -Math.sign(ray.dz) : 0;
  return true;
}

export interface Strip {
  x0: number;
  x1: number;
  /** Nothing in the strip is higher. */
  y1: number;
  /** Length of a cell along z. */
  step: number;
}

/** Calls `visit` for each cell of a strip that a ray crosses, near to far, until it returns true. */
export function walkCells(trace: Trace, strip: Strip, visit: (cell: number) => boolean): void {
  const { ray, hit } = trace;
  const t0 = (strip.x0 - ray.ox) / ray.dx;
  const t1 = (strip.x1 - ray.ox) / ray.dx;
  const from = Math.max(0, Math.min(t0, t1));
  const toTop = ray.dy > 0 ? (strip.y1 - ray.oy) / ray.dy : Number.POSITIVE_INFINITY;
  const to = Math.min(hit.distance, toTop, Math.max(t0, t1));
  if (from >= to) return;
  const last = Math.floor((ray.oz + ray.dz * to) / strip.step);
  let cell = Math.floor((ray.oz + ray.dz * from) / strip.step);
  const direction = last >= cell ? 1 : -1;
  for (let guard = 0; guard < 40; guard += 1) {
    if (visit(cell) || cell === last) return;
    cell += direction;
  }
}
