import { expect, test } from "vitest";
import { checkInput, findDifferences } from "./check-input";

const media = { width: 1280, height: 704, fps: 24, frames: 48, duration_seconds: 2, codec: "avc" };
const video = (frames = 48) => ({ kind: "video" as const, media: { ...media, frames } });
const depth = { kind: "depth" as const, media };

test("videos that agree and suit every model are told to be good", () => {
  const checks = checkInput([video(), depth]);
  expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(["good"]));
});

test("a difference is told with both numbers", () => {
  expect(findDifferences([video(50), depth])).toEqual([
    "Depth has 48 frames, colour has 50 frames.",
  ]);
  expect(checkInput([video(50), depth])[0]).toMatchObject({ verdict: "odd" });
});

test("one frame is too little, and more than 121 too much for the upscaler", () => {
  expect(checkInput([video(1)])[0]).toMatchObject({ verdict: "bad" });
  expect(checkInput([video(121)])[0]).toMatchObject({ verdict: "good" });
  expect(checkInput([video(122)])[0]?.text).toContain("121 frames at most");
});

test("an input without colour video is useless", () => {
  expect(checkInput([depth])[0]).toMatchObject({ verdict: "bad" });
});
