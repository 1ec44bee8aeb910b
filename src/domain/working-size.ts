interface Size {
  width: number;
  height: number;
}

/**
 * The largest size of the same shape with even sides and at most `pixels` pixels; never enlarged.
 */
export function workingSize({ width, height }: Size, pixels: number): Size {
  const scale = Math.min(1, Math.sqrt(pixels / (width * height)));
  const even = (side: number) => Math.max(2, 2 * Math.floor((side * scale + 1e-6) / 2));
  return { width: even(width), height: even(height) };
}
