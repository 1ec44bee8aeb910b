import { blurPlane } from "./blur-plane";
import type { FramePlanes } from "./frame-planes";

/** Fills the luminance planes from the source. */
export function readLight(planes: FramePlanes): void {
  const { width, height, source, light, softLight, scratch } = planes;
  for (let i = 0, a = 0; i < light.length; i += 1, a += 3) {
    light[i] =
      0.2126 * (source[a] ?? 0) + 0.7152 * (source[a + 1] ?? 0) + 0.0722 * (source[a + 2] ?? 0);
  }
  blurPlane({ width, height, scratch, channels: 1, source: light, target: softLight, radius: 2 });
}
