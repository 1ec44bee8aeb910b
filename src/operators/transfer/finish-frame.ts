import type { Look } from "./create-look";
import type { FramePlanes } from "./frame-planes";

/**
 * The finished rgb24 frame: a soft vignette, the noise that few steps leave, and as much of the
 * source's own pixels as sigma_max lets through.
 */
export function finishFrame(
  { width, height, source, picture }: FramePlanes,
  look: Look,
  index: number,
): Uint8Array {
  const result = new Uint8Array(width * height * 3);
  const { replaced, grain } = look;
  let noise = (Math.imul(look.seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) | 1;
  for (let y = 0, a = 0; y < height; y += 1) {
    const v = (y / height - 0.5) ** 2;
    for (let x = 0; x < width; x += 1, a += 3) {
      const shadow = 1 - 0.45 * ((x / width - 0.5) ** 2 + v);
      noise ^= noise << 13;
      noise ^= noise >>> 17;
      noise ^= noise << 5;
      const speckle = ((noise >>> 8) / 16_777_216 - 0.5) * 2 * grain;
      for (let c = 0; c < 3; c += 1) {
        const own = source[a + c] ?? 0;
        const made = shoulder((picture[a + c] ?? 0) * shadow + speckle);
        const value = own + (made - own) * replaced;
        result[a + c] = value < 0 ? 0 : value > 255 ? 255 : value + 0.5;
      }
    }
  }
  return result;
}

/** Bends values near and above white down, so that bright lights keep their colour. */
const shoulder = (value: number) =>
  value <= 200 ? value : 200 + 55 * (1 - Math.exp(-(value - 200) / 70));
