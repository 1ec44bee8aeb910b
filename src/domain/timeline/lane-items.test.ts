import { expect, test } from "vitest";
import { findItem } from "./find-item";
import { laneItems } from "./lane-items";
import type { TimelineBar, TimelineLane } from "./timeline-record";

const bar = (id: string, start: number, end: number | null): TimelineBar => ({
  id,
  model_type: "transfer",
  status: end === null ? "running" : "completed",
  prompt_id: "prompt",
  prompt_name: "City drive",
  start,
  end,
  phase: null,
  computes_at: null,
});

const lane = (bars: TimelineBar[], gaps: TimelineLane["gaps"] = []): TimelineLane => ({
  engine: "local",
  slot: "0",
  label: "GPU 0",
  bars,
  gaps,
});

const scale = { span: { start: 0, end: 1000 }, msPerPixel: 10, now: 1000, read_at: 950 };
const told = (items: ReturnType<typeof laneItems>) =>
  items.map((item) => {
    const what = item.kind === "block" ? item.bars.map(({ id }) => id).join("") : item.kind;
    return [what, item.start, item.end];
  });

test("bars too narrow to tell apart are drawn as one", () => {
  const bars = [bar("a", 0, 5), bar("b", 6, 10), bar("c", 12, 19), bar("d", 100, 105)];
  expect(told(laneItems(lane(bars), scale))).toEqual([
    ["abc", 0, 19],
    ["bar", 100, 105],
  ]);
});

test("they are joined piece by piece, so that it still shows where something happened", () => {
  const bars = Array.from({ length: 40 }, (_, index) => bar("a", index * 10, index * 10 + 9));
  const items = laneItems(lane(bars), scale);
  expect(items.length).toBeGreaterThan(5);
  expect(items.every((item) => item.end - item.start <= 60)).toBe(true);
});

test("a wide bar stays itself beside narrow ones", () => {
  const bars = [bar("a", 0, 5), bar("b", 5, 300), bar("c", 300, 304)];
  expect(told(laneItems(lane(bars), scale))).toEqual([
    ["bar", 0, 5],
    ["bar", 5, 300],
    ["bar", 300, 304],
  ]);
});

test("a running bar reaches to the present, and what is out of sight is left out", () => {
  const bars = [bar("a", -500, -1), bar("b", 900, null), bar("c", 1001, 1100)];
  expect(told(laneItems(lane(bars), scale))).toEqual([["bar", 900, 1000]]);
});

test("idle time shows unless it is too narrow to be hit", () => {
  const gaps = [
    { start: 5, end: 20, reason: "Queue empty" },
    { start: 300, end: 900, reason: "Queue paused" },
  ];
  expect(told(laneItems(lane([], gaps), scale))).toEqual([["gap", 300, 900]]);
});

test("what was idle when it was read goes on until there is news", () => {
  const gaps = [{ start: 800, end: 950, reason: "Queue empty" }];
  expect(told(laneItems(lane([], gaps), scale))).toEqual([["gap", 800, 1000]]);
});

test("ten thousand bars become no more items than there are pixels", () => {
  const bars = Array.from({ length: 10_000 }, (_, index) =>
    bar(String(index), index / 10, index / 10 + 0.09),
  );
  expect(laneItems(lane(bars), scale).length).toBeLessThanOrEqual(100);
});

test("a narrow run is hit before the idle time around it", () => {
  const gaps = [
    { start: 0, end: 500, reason: "Queue empty" },
    { start: 510, end: 1000, reason: "Queue empty" },
  ];
  const items = laneItems(lane([bar("a", 500, 510)], gaps), scale);
  expect(findItem(items, 520, 40)?.kind).toBe("bar");
  expect(findItem(items, 700, 40)?.kind).toBe("gap");
});

test("nothing is hit where nothing is", () => {
  expect(findItem(laneItems(lane([bar("a", 0, 100)]), scale), 500, 40)).toBeUndefined();
});
