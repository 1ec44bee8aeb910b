import { expect, test } from "vitest";
import { axisTicks } from "./axis-ticks";

const at = (iso: string) => Date.parse(iso);
const labels = (from: string, to: string, max: number) =>
  axisTicks({ start: at(from), end: at(to) }, max).map(({ label }) => label);

test("an hour is marked at round minutes", () => {
  const ticks = labels("2026-11-28T14:03:00Z", "2026-11-28T15:03:00Z", 6);
  expect(ticks).toEqual(["14:10", "14:20", "14:30", "14:40", "14:50", "15:00"]);
});

test("midnight is marked with its day", () => {
  expect(labels("2026-11-28T20:00:00Z", "2026-11-29T04:00:00Z", 5)).toEqual([
    "20:00",
    "22:00",
    "Nov 29",
    "02:00",
    "04:00",
  ]);
});

test("seconds show where there is room for them", () => {
  expect(labels("2026-11-28T14:00:01Z", "2026-11-28T14:00:21Z", 4)).toEqual([
    "14:00:05",
    "14:00:10",
    "14:00:15",
    "14:00:20",
  ]);
});

test.each([1, 3, 7])("never more than %d marks, give or take the first", (max) => {
  expect(labels("2026-11-01T00:00:00Z", "2026-11-28T00:00:00Z", max).length).toBeLessThanOrEqual(
    max + 1,
  );
});
