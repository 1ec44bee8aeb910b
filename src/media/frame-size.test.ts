import { expect, test } from "vitest";
import { frameRate, workingSize } from "./frame-size";

test.each([
  [24, "24"],
  [29.97, "30000/1001"],
  [23.976, "24000/1001"],
  [59.94, "60000/1001"],
  [12.5, "12.5"],
])("%d frames/s is %s for ffmpeg", (fps, text) => {
  expect(frameRate(fps)).toBe(text);
});

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
