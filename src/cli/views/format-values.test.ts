import { expect, test } from "vitest";
import { flattenSettings } from "./flatten-settings";
import { formatBytes } from "./format-bytes";
import { progressText } from "./progress-text";
import { relativeTime } from "./relative-time";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1500, "1.5 kB"],
  [99_960, "100 kB"],
  [999_600, "1.0 MB"],
  [4_700_000_000, "4.7 GB"],
])("%i bytes read as %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  ["2026-01-02T03:04:05Z", "just now"],
  ["2026-01-02T03:03:20Z", "45s ago"],
  ["2026-01-02T03:02:34Z", "1m ago"],
  ["2026-01-01T00:04:05Z", "1d ago"],
  ["2025-01-02T03:04:05Z", "2025-01-02"],
  [null, "-"],
])("%s is %s", (time, text) => {
  expect(relativeTime(time, Date.parse("2026-01-02T03:04:05Z"))).toBe(text);
});

test("progress shows a bar, the phase, its steps and the time left", () => {
  const progress = { phase: "sampling", fraction: 0.599, step: 21, total: 35, eta_seconds: 12 };

  expect(progressText(progress)).toBe("█████░░░░░  59% sampling 21/35, 12s left");
});

test("progress that is not known is not made up", () => {
  const progress = { phase: "loading", fraction: null, step: null, total: null, eta_seconds: null };

  expect(progressText(progress)).toBe("loading");
  expect(progressText(null)).toBe("starting");
});

test("settings become lines, nested ones with their path", () => {
  const settings = { seed: 1, weights: { vis: 0.5 }, fault: null, files: [{ path: "a" }] };

  expect(flattenSettings(settings)).toEqual([
    ["seed", "1"],
    ["weights.vis", "0.5"],
    ["files", "1"],
  ]);
});
