import { expect, test } from "vitest";
import { frameRate } from "./frame-size";

test.each([
  [24, "24"],
  [29.97, "30000/1001"],
  [23.976, "24000/1001"],
  [59.94, "60000/1001"],
  [12.5, "12.5"],
])("%d frames/s is %s for ffmpeg", (fps, text) => {
  expect(frameRate(fps)).toBe(text);
});
