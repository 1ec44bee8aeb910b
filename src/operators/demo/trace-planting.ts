import { lotInBlock, plantingGap, plantingX } from "./city-plan";
import { meetBox, type Trace, walkCells } from "./trace";

/** Trees and lamp posts on one side's pavement. */
export function tracePlanting(trace: Trace, side: number): void {
  const x = side * plantingX;
  const strip = { x0: x - 3.8, x1: x + 3.8, y1: 8.2, step: plantingGap };
  walkCells(trace, strip, (index) => {
    const z = index * plantingGap + 6;
    if (lotInBlock(z) === 0) return false;
    if (!trace.scene.plan.hasTree(index, side)) traceLamp(trace, side, z);
    else if (passesNear(trace, x, z)) traceTree(trace, { x, z, index, side });
    return false;
  });
}

/** True if a ray comes within 4.2 m of the middle of a tree. */
function passesNear({ ray }: Trace, x: number, z: number): boolean {
  const px = x - ray.ox;
  const py = 3.6 - ray.oy;
  const pz = z - ray.oz;
  const along = px * ray.dx + py * ray.dy + pz * ray.dz;
  return along > -4.2 && px * px + py * py + pz * pz - along * along < 17.7;
}

interface Tree {
  x: number;
  z: number;
  index: number;
  side: number;
}

function traceTree(trace: Trace, { x, z, index, side }: Tree): void {
  const id = index * 2 + side;
  const trunk = { x0: x - 0.16, y0: 0, z0: z - 0.16, x1: x + 0.16, y1: 3.6, z1: z + 0.16 };
  meetBox(trace, trunk, { thing: "trunk", id, part: 0 });
  const size = trace.scene.plan.treeRadius(index, side);
  for (let part = -1; part <= 1; part += 1) {
    const lean = part * size * 0.55;
    const y = 4.2 + size * (part === 0 ? 0.62 : 0.2);
    const radius = size * (part === 0 ? 0.92 : 0.68);
    traceLeaves(trace, { x: x + lean * 0.6, y, z: z + lean, radius, id });
  }
}

interface Ball {
  x: number;
  y: number;
  z: number;
  radius: number;
  id: number;
}

/** A ball with a ragged rim. */
function traceLeaves({ scene, ray, hit }: Trace, { x, y, z, radius, id }: Ball): void {
  const px = ray.ox - x;
  const py = ray.oy - y;
  const pz = ray.oz - z;
  const along = px * ray.dx + py * ray.dy + pz * ray.dz;
  const inside = along * along - (px * px + py * py + pz * pz - radius * radius);
  if (inside <= 0) return;
  const distance = -along - Math.sqrt(inside);
  if (distance <= 1e-3 || distance >= hit.distance) return;
  const hx = ray.ox + ray.dx * distance;
  const hy = ray.oy + ray.dy * distance;
  const hz = ray.oz + ray.dz * distance;
  const isRim = Math.sqrt(inside) < 0.42 * radius;
  if (isRim && scene.noise.noise(hx * 3.4 + hz * 2.3, hy * 3.6, 50) < 0.5) return;
  hit.distance = distance;
  hit.thing = "leaves";
  hit.id = id;
  hit.nx = (hx - x) / radius;
  hit.ny = (hy - y) / radius;
  hit.nz = (hz - z) / radius;
}

function traceLamp(trace: Trace, side: number, z: number): void {
  const x = side * 7.6;
  const found = { thing: "lamp", id: 0, part: 0 } as const;
  const post = { x0: x - 0.09, y0: 0, z0: z - 0.09, x1: x + 0.09, y1: 6.6, z1: z + 0.09 };
  meetBox(trace, post, found);
  const x0 = Math.min(x, x - side * 2.2);
  const arm = { x0, y0: 6.5, z0: z - 0.12, x1: x0 + 2.2, y1: 6.68, z1: z + 0.12 };
  meetBox(trace, arm, found);
}
