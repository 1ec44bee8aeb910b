import type { Rgb } from "./rgb";

/** What is seen of a colour of this opacity, 0..1, above another; screens mix the encoded values. */
export function blend(above: Rgb, below: Rgb, opacity: number): Rgb {
  const mix = (one: number, other: number) =>
    decode(opacity * encode(one) + (1 - opacity) * encode(other));
  return [mix(above[0], below[0]), mix(above[1], below[1]), mix(above[2], below[2])];
}

function encode(light: number): number {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}

function decode(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
