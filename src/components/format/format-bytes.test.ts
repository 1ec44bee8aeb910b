import { expect, test } from "vitest";
import { formatBytes } from "./format-bytes";

test.each([
  [0, "0 B"],
  [812, "812 B"],
  [999, "999 B"],
  [4_210_000, "4.2 MB"],
  [99_960_000, "100 MB"],
  [999_999, "1.0 MB"],
])("%d bytes read as %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
