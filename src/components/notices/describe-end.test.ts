import { expect, test } from "vitest";
import { describeEnd } from "./describe-end";

const watched = { id: "r1", operation: "Transfer", name: "City drive" };
const times = { started_at: "2026-01-01T00:00:00.000Z", completed_at: "2026-01-01T00:01:30.000Z" };

test("a completed run is told with the time it took", () => {
  expect(describeEnd(watched, { status: "completed", error_message: null, ...times })).toEqual({
    run_id: "r1",
    title: "Transfer completed",
    body: "City drive, after 1m 30s",
    failed: false,
  });
});

test("a failed run is told with the reason", () => {
  const run = { status: "failed", error_message: "Out of memory.", ...times } as const;
  expect(describeEnd(watched, run)).toMatchObject({
    title: "Transfer failed",
    body: "City drive, after 1m 30s: Out of memory.",
    failed: true,
  });
});

test("a run that was cancelled before it began has no duration", () => {
  const run = { status: "cancelled", error_message: null, ...times, started_at: null } as const;
  expect(describeEnd(watched, run).body).toBe("City drive");
});
