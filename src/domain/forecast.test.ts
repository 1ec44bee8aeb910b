import { expect, test } from "vitest";
import { describeForecast, describeShape } from "./forecast";

const input = { width: 1920, height: 1080, frames: 121, fps: 24 };

test("a forecast is read as one line", () => {
  const output = { ...input, width: 1280, height: 704 };

  expect(describeForecast({ input, output })).toBe(
    "1920x1080 in, 1280x704 out, 121 frames at 24 fps",
  );
});

test("odd frame rates are rounded to what anybody needs", () => {
  expect(describeShape({ ...input, fps: 24000 / 1001 })).toBe(
    "1920x1080, 121 frames at 23.976 fps",
  );
});
