import { expect, test } from "vitest";
import { canTransition, isTerminal, runStatuses, statusesBefore } from "./run-status";

test("nothing leads out of a terminal status", () => {
  for (const from of runStatuses.filter(isTerminal)) {
    expect(runStatuses.filter((to) => canTransition(from, to))).toEqual([]);
  }
});

test("a run completes only from running", () => {
  expect(statusesBefore("completed")).toEqual(["running"]);
});

test("a run that waits may fail with its parent or be cancelled", () => {
  expect(runStatuses.filter((to) => canTransition("pending", to))).toEqual([
    "running",
    "failed",
    "cancelled",
  ]);
});
