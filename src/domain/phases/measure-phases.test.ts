import { expect, test } from "vitest";
import { measurePhases } from "./measure-phases";

const at = (second: number) => new Date(second * 1000).toISOString();
const loading = ["starting", "loading model"];

test("each phase lasts until the next, and what was before the first is the start", () => {
  const phases = [
    { phase: "loading model", at: at(3) },
    { phase: "sampling", at: at(253) },
  ];
  expect(measurePhases({ phases, started_at: at(0), until: 973_000 }, loading)).toEqual([
    { phase: "starting", seconds: 3, loads: true, last: false },
    { phase: "loading model", seconds: 250, loads: true, last: false },
    { phase: "sampling", seconds: 720, loads: false, last: true },
  ]);
});

test("a phase that comes again is counted together", () => {
  const phases = ["sampling", "checking", "sampling", "saving"].map((phase, index) => ({
    phase,
    at: at(10 * index),
  }));
  const times = measurePhases({ phases, started_at: at(0), until: 35_000 }, loading);
  expect(times.map(({ phase, seconds }) => [phase, seconds])).toEqual([
    ["starting", 0],
    ["sampling", 20],
    ["checking", 10],
    ["saving", 5],
  ]);
});

test("a clock that stands back a little makes no negative time", () => {
  const [only] = measurePhases({ phases: [], started_at: at(5), until: 4000 }, loading);
  expect(only).toMatchObject({ phase: "starting", seconds: 0, last: true });
});
