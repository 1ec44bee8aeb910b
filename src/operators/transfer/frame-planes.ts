import type { FrameSize } from "@/media/frame-size";

/** Working memory of a renderer: one value a pixel unless said otherwise, values 0..255. */
export interface FramePlanes extends FrameSize {
  /** The input, rgb24. */
  source: Uint8Array;
  /** Luminance of the source. */
  light: Float32Array;
  /** Luminance averaged over the neighbourhood. */
  softLight: Float32Array;
  /** The source as far as the vis control keeps it, three values a pixel. */
  base: Float32Array;
  /** Contour strength, and the same spread out. */
  edges: Float32Array;
  edgeGlow: Float32Array;
  /** Nearness: 255 is close to the camera. */
  nearness: Uint8Array;
  /** Index into `surfaces`. */
  surface: Uint8Array;
  /** The picture being made, three values a pixel. */
  picture: Float32Array;
  /** Light that shines beyond its source, at half the size, three values a pixel. */
  glow: Float32Array;
  /** Scratch, three values a pixel. */
  scratch: Float32Array;
}

export function createFramePlanes({ width, height }: FrameSize): FramePlanes {
  const pixels = width * height;
  const plane = () => new Float32Array(pixels);
  return {
    width,
    height,
    source: new Uint8Array(pixels * 3),
    light: plane(),
    softLight: plane(),
    base: new Float32Array(pixels * 3),
    edges: plane(),
    edgeGlow: plane(),
    nearness: new Uint8Array(pixels),
    surface: new Uint8Array(pixels),
    picture: new Float32Array(pixels * 3),
    glow: new Float32Array((width >> 1) * (height >> 1) * 3),
    scratch: new Float32Array(pixels * 3),
  };
}
