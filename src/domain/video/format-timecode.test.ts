import { expect, test } from "vitest";
import { formatTimecode } from "./format-timecode";

test.each([
  [0, "0:00.000"],
  [3.4584, "0:03.458"],
  [59.9996, "1:00.000"],
  [62.5, "1:02.500"],
  [3600, "60:00.000"],
  [-1, "0:00.000"],
])("%d seconds are %s", (seconds, text) => {
  expect(formatTimecode(seconds)).toBe(text);
});
