import { expect, test } from "vitest";
import { levelOf } from "./log-level";

test.each([
  ["[11-28 23:14:27|ERROR|upscale.mjs:32] no frames", "error"],
  ["Traceback (most recent call last):", "error"],
  ["[rank0]: Traceback (most recent call last):", "error"],
  ["torch.cuda.OutOfMemoryError: CUDA out of memory.", "error"],
  ["ValueError: too few values", "error"],
  ["error: no such file", "error"],
  ["2026-11-28 WARNING low disk", "warning"],
  ["/x.py:3: UserWarning: deprecated", "warning"],
  ["[11-28 23:14:27|INFO|upscale.mjs:32] Loading network", "other"],
  ["mean error 0.02 after 3 steps", "other"],
  ["no errors were found", "other"],
  ["", "other"],
])("%s is %s", (line, level) => {
  expect(levelOf(line)).toBe(level);
});
