import { expect, test } from "vitest";
import { emptyReading, type ProgressReading } from "./read-progress";
import { toProgress } from "./to-progress";

const phase = { phase: "sampling", marker: /x/, from: 0.2, to: 1 };
const reading = (known: Partial<ProgressReading> = {}) => ({ ...emptyReading, phase, ...known });
const at = (elapsedSeconds: number, usualSeconds: number | null = null) => ({
  elapsedSeconds,
  usualSeconds,
});

test("without a sign in the log nothing is claimed", () => {
  expect(toProgress(emptyReading, at(5))).toEqual({
    phase: "starting",
    fraction: null,
    step: null,
    total: null,
    eta_seconds: null,
  });
});

test("without history, remaining time follows the pace so far", () => {
  const progress = toProgress(reading({ step: 3, total: 8 }), at(50));

  expect(progress).toMatchObject({ fraction: 0.5, step: 3, total: 8, eta_seconds: 50 });
});

test("a silent phase without history promises no time", () => {
  const progress = toProgress(reading({ step: 0, total: 1 }), at(500));

  expect(progress).toMatchObject({ fraction: 0.2, step: null, total: null, eta_seconds: null });
});

test("a silent phase goes on as runs like it did", () => {
  const progress = toProgress(reading({ step: 0, total: 1 }), at(600, 1000));

  expect(progress).toMatchObject({ fraction: 0.6, eta_seconds: 400 });
});

test("time alone never finishes a step", () => {
  const progress = toProgress(reading({ step: 1, total: 4 }), at(5000, 1000));

  expect(progress.fraction).toBeGreaterThanOrEqual(0.4);
  expect(progress.fraction).toBeLessThan(0.6);
});

test("a run faster than usual is not held back", () => {
  const { fraction, eta_seconds } = toProgress(reading({ step: 7, total: 8 }), at(100, 1000));

  expect(fraction).toBe(0.9);
  expect(eta_seconds).toBeLessThan(200);
});

test("the parts of a phase count together", () => {
  const progress = toProgress(reading({ step: 7, total: 35, part: 2, parts: 2 }), at(10));

  expect(progress).toMatchObject({ step: 42, total: 70, fraction: 0.68 });
});

test("history says how long a run takes that has not begun to speak", () => {
  expect(toProgress(emptyReading, at(10, 100)).eta_seconds).toBe(90);
});
