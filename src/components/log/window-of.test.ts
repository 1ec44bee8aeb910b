import { expect, test } from "vitest";
import { windowOf } from "./window-of";

test("a log of ordinary length is listed whole", () => {
  expect(windowOf(40_000, null)).toEqual({ begin: 0, end: 40_000 });
});

test("of a huge one the end is listed, and never more than a browser can hold", () => {
  const { begin, end } = windowOf(10_300_000, null);
  expect(end).toBe(10_300_000);
  expect(end - begin).toBeLessThanOrEqual(1_000_000);
});

test.each([0, 120, 499_999, 500_000, 5_000_001, 10_299_999])("line %d can be listed", (line) => {
  const { begin, end } = windowOf(10_300_000, line);
  expect(line).toBeGreaterThanOrEqual(begin);
  expect(line).toBeLessThan(end);
});
