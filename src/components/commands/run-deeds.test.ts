import { expect, test } from "vitest";
import { runDeeds } from "./run-deeds";

const transfer = {
  model_type: "transfer",
  status: "completed",
  outputs: { output_path: "output.mp4" },
  cancel_requested_at: null,
} as const;

test("a completed video can be enlarged and made again", () => {
  expect(runDeeds(transfer, ["transfer"])).toEqual(["upscale", "retry"]);
});

test("what no upscale continues is only made again", () => {
  expect(runDeeds(transfer, [])).toEqual(["retry"]);
  expect(runDeeds({ ...transfer, status: "failed" }, ["transfer"])).toEqual(["retry"]);
});

test("an active run can be cancelled, but once", () => {
  const running = { ...transfer, status: "running", outputs: {} } as const;
  expect(runDeeds(running, ["transfer"])).toEqual(["cancel"]);
  expect(runDeeds({ ...running, cancel_requested_at: "2026-01-01T00:00:00Z" }, [])).toEqual([]);
});
