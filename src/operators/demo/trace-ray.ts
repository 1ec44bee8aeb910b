import { lotLength, rows } from "./city-plan";
import { meetBox, type Strip, type Thing, type Trace, walkCells } from "./trace";
import { traceCars } from "./trace-cars";
import { tracePlanting } from "./trace-planting";

/** Finds the first thing on a ray within `reach` metres. The trace's hit is overwritten. */
export function traceRay(trace: Trace, reach: number): void {
  const { ray, hit } = trace;
  hit.distance = reach;
  hit.thing = "sky";
  const toGround = -ray.oy / ray.dy;
  if (ray.dy < 0 && toGround > 1e-3 && toGround < reach) {
    hit.distance = toGround;
    hit.thing = "ground";
    hit.nx = 0;
    hit.ny = 1;
    hit.nz = 0;
  }
  for (const row of buildingRows) traceBuildings(trace, row);
  tracePlanting(trace, -1);
  tracePlanting(trace, 1);
  traceCars(trace);
}

interface Row {
  side: number;
  row: 0 | 1;
  x0: number;
  x1: number;
  strip: Strip;
}

/** How far a sign hangs out of its facade. */
const signReach = 1.3;

const buildingRows: readonly Row[] = [-1, 1].flatMap((side) =>
  ([0, 1] as const).map((row) => {
    const { from, to } = rows[row];
    const x0 = side < 0 ? -to : from;
    const x1 = side < 0 ? -from : to;
    const strip = { x0: x0 - signReach, x1: x1 + signReach, y1: 112, step: lotLength };
    return { side, row, x0, x1, strip };
  }),
);

/** Reused for every building and sign: a ray tests hundreds. */
const box = { x0: 0, y0: 0, z0: 0, x1: 0, y1: 0, z1: 0 };
const found = { thing: "building" as Thing, id: 0, part: 0 };

function traceBuildings(trace: Trace, { side, row, x0, x1, strip }: Row): void {
  const { plan } = trace.scene;
  walkCells(trace, strip, (lot) => {
    const height = plan.buildingHeight(side, row, lot);
    if (height === 0) return false;
    const z = lot * lotLength;
    box.x0 = x0;
    box.y0 = 0;
    box.z0 = z + 0.15;
    box.x1 = x1;
    box.y1 = height;
    box.z1 = z + lotLength - 0.15;
    found.thing = "building";
    found.id = lot * 8 + (side + 1) * 2 + row;
    const isMet = meetBox(trace, box, found);
    if (row === 1 || !plan.hasSign(side, lot)) return isMet;
    box.x0 = side < 0 ? x1 : x0 - signReach;
    box.y0 = 4.6;
    box.z0 = z + 5;
    box.x1 = box.x0 + signReach;
    box.y1 = Math.min(9.4, height);
    box.z1 = z + 5.3;
    found.thing = "sign";
    return meetBox(trace, box, found) || isMet;
  });
}
