export interface Ray {
  ox: number;
  oy: number;
  oz: number;
  dx: number;
  dy: number;
  dz: number;
}

export interface Box {
  x0: number;
  y0: number;
  z0: number;
  x1: number;
  y1: number;
  z1: number;
}

/** Side through which a ray entered the box of the last hit: 0 is x, 1 is y, 2 is z. */
export const entered = { axis: 0 };

/** Distance at which a ray enters a box from outside, or Infinity. Hot: no allocation. */
export function rayBox(ray: Ray, box: Box): number {
  let a = (box.x0 - ray.ox) / ray.dx;
  let b = (box.x1 - ray.ox) / ray.dx;
  let near = a < b ? a : b;
  let far = a < b ? b : a;
  let axis = 0;
  a = (box.y0 - ray.oy) / ray.dy;
  b = (box.y1 - ray.oy) / ray.dy;
  const nearY = a < b ? a : b;
  const farY = a < b ? b : a;
  if (nearY > near) {
    near = nearY;
    axis = 1;
  }
  if (farY < far) far = farY;
  a = (box.z0 - ray.oz) / ray.dz;
  b = (box.z1 - ray.oz) / ray.dz;
  const nearZ = a < b ? a : b;
  const farZ = a < b ? b : a;
  if (nearZ > near) {
    near = nearZ;
    axis = 2;
  }
  if (farZ < far) far = farZ;
  if (near >= far || near <= 1e-3) return Number.POSITIVE_INFINITY;
  entered.axis = axis;
  return near;
}
