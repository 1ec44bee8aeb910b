import { expect, test } from "vitest";
import { workingSize } from "./working-size";

test.each([
  [480, 270, 480, 270],
  [481, 271, 480, 270],
  [1920, 1080, 1280, 720],
  [1080, 1920, 720, 1280],
  [1, 1, 2, 2],
])("%dx%d is worked on at %dx%d", (width, height, toWidth, toHeight) => {
  const size = workingSize({ width, height }, 1280 * 720);
  expect(size).toEqual({ width: toWidth, height: toHeight });
});
