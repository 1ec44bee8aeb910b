import { expect, test } from "vitest";
import { frameAt, momentOfFrame } from "./frame-clock";

const clip = { fps: 24, frames: 121 };

test.each([
  ["the beginning", 0, 0],
  ["the moment of the second picture", 1 / 24, 1],
  ["a hair before it, as players round", 1 / 24 - 0.0001, 1],
  ["the end", 121 / 24, 120],
  ["past the end", 99, 120],
])("%s shows the right picture", (_name, seconds, frame) => {
  expect(frameAt(seconds, clip)).toBe(frame);
});

test.each([24, 23.976, 29.97, 30, 60])("at %d frames/s each picture is found again", (fps) => {
  for (let frame = 0; frame < 121; frame++) {
    expect(frameAt(momentOfFrame(frame, { fps, frames: 121 }), { fps, frames: 121 })).toBe(frame);
  }
});

test("stepping out of the video stays at its ends", () => {
  expect(momentOfFrame(-1, clip)).toBe(momentOfFrame(0, clip));
  expect(momentOfFrame(500, clip)).toBe(momentOfFrame(120, clip));
});
