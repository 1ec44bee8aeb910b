/** Colour of a surface before light falls on it, 0..1 and above. */
export interface Material {
  r: number;
  g: number;
  b: number;
  /** How much it mirrors the sky. */
  gloss: number;
  /** How much it shines by itself. */
  emission: number;
  /** Label of the segmentation. */
  label: Label;
}

export type Label =
  | "sky"
  | "road"
  | "sidewalk"
  | "building"
  | "vegetation"
  | "vehicle"
  | "marking"
  | "pole"
  | "trunk";

export interface Spot {
  x: number;
  y: number;
  z: number;
}

/** A material that neither mirrors nor shines. */
export function matte([r, g, b]: readonly [number, number, number], label: Label): Material {
  return { r, g, b, gloss: 0, emission: 0, label };
}
