import { expect, test } from "vitest";
import type { LaneItem } from "@/domain/timeline/lane-items";
import { changeLane, stepTarget } from "./step-target";
import { targetItem } from "./timeline-target";

const gap = (start: number, end: number): LaneItem => ({
  kind: "gap",
  gap: { start, end, reason: "Queue empty" },
  start,
  end,
});
const lanes = [[gap(0, 10), gap(10, 12), gap(12, 100)], [gap(50, 60)], []];
const span = { start: 5, end: 80 };
const at = (lane: number, moment: number) => ({ lane, at: moment, reachPx: 0, pinned: true });
const shown = (target: ReturnType<typeof changeLane> | null) => targetItem(lanes, target, 1)?.start;

test("the first step goes to what happened last, the next ones back in time", () => {
  const last = stepTarget({ lanes, target: null, span }, -1);
  expect(shown(last)).toBe(12);
  const before = stepTarget({ lanes, target: last, span }, -1);
  expect(shown(before)).toBe(10);
  expect(shown(stepTarget({ lanes, target: before, span }, 1))).toBe(12);
});

test("there is no step beyond the last item", () => {
  expect(stepTarget({ lanes, target: at(0, 50), span }, 1)).toBeNull();
});

test("another lane is entered at what is nearest in time, also when it is empty", () => {
  expect(shown(changeLane({ lanes, target: at(0, 11), span }, 1))).toBe(50);
  expect(changeLane({ lanes, target: at(1, 55), span }, 1)).toMatchObject({ lane: 2, at: 55 });
  expect(changeLane({ lanes, target: null, span }, 1).lane).toBe(0);
});
