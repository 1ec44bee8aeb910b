import { expect, test } from "vitest";
import type { RunRecord } from "@/domain/records";
import { trackRuns } from "./track-runs";

const run = (part: Partial<RunRecord>) =>
  ({ id: "a", status: "pending", change_seq: 1, ...part }) as RunRecord;

test("older news never replaces newer", () => {
  const tracker = trackRuns([run({})]);

  tracker.learn(run({ status: "completed", change_seq: 5 }));
  tracker.learn(run({ status: "running", change_seq: 3 }));

  expect(tracker.all()).toMatchObject([{ status: "completed" }]);
  expect(tracker.open()).toEqual([]);
});

test("runs of others are ignored, and the order given is kept", () => {
  const tracker = trackRuns([run({ id: "b" }), run({ id: "a" })]);

  tracker.learn(run({ id: "stranger", change_seq: 9 }));
  tracker.learn(run({ id: "a", status: "failed", change_seq: 9 }));

  expect(tracker.all().map(({ id }) => id)).toEqual(["b", "a"]);
  expect(tracker.open().map(({ id }) => id)).toEqual(["b"]);
});
