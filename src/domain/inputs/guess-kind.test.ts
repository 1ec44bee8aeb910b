import { expect, test } from "vitest";
import { guessKind } from "./guess-kind";

test.each([
  ["color.mp4", "video"],
  ["shot_04_RGB.mov", "video"],
  ["depth.mp4", "depth"],
  ["cityDepth.0001.png", "depth"],
  ["segmentation.mp4", "seg"],
  ["mask/0001.png", "seg"],
  ["canny-edges.webm", "edge"],
  ["vis.mp4", "vis"],
  ["color-depth.mp4", "depth"],
  ["drive.mp4", null],
  ["advisory.mp4", null],
])("%s is %s", (name, kind) => {
  expect(guessKind(name)).toBe(kind);
});
