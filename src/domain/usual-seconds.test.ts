import { expect, test } from "vitest";
import { usualSeconds } from "./usual-seconds";

test("what is usual is the median, so that one odd run changes little", () => {
  const runs = [10, 12, 11, 900].map((seconds) => ({ seconds, frames: 121 }));

  expect(usualSeconds(runs, 121)).toBe(11);
});

test("runs on much longer videos say nothing", () => {
  const runs = [
    { seconds: 100, frames: 480 },
    { seconds: 30, frames: 130 },
  ];

  expect(usualSeconds(runs, 121)).toBe(30);
  expect(usualSeconds(runs, 10)).toBeNull();
});

test("texts have no frames", () => {
  expect(usualSeconds([{ seconds: 60, frames: null }], 121)).toBe(60);
});
