import { expect, test } from "vitest";
import { formatDuration } from "./format-duration";

test.each([
  [0, "0s"],
  [45, "45s"],
  [59.6, "1m 0s"],
  [90, "1m 30s"],
  [3599, "59m 59s"],
  [9900, "2h 45m"],
  [90_000, "1d 1h"],
  [-1, "-"],
  [Number.NaN, "-"],
  [Number.POSITIVE_INFINITY, "-"],
  [null, "-"],
  [undefined, "-"],
])("%s seconds read as %s", (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
