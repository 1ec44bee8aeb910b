import { expect, test } from "vitest";
import type { BulkAction } from "./bulk-action";
import { planBulk, type RunFacts } from "./plan-bulk";

const facts = (id: string, overrides: Partial<RunFacts> = {}): RunFacts => ({
  id,
  model_type: "transfer",
  status: "completed",
  rating: null,
  parent_run_id: null,
  child_run_ids: [],
  cancelling: false,
  has_video: true,
  upscaled: false,
  retried: false,
  parent_alive: true,
  ...overrides,
});
const plan = (action: BulkAction, ...runs: RunFacts[]) => planBulk({ action, runs, rating: 4 });

test.each([
  ["cancel", { status: "running" }, null],
  ["cancel", { status: "running", cancelling: true }, "being cancelled already"],
  ["cancel", {}, "ended already"],
  ["retry", { status: "failed" }, null],
  ["retry", { status: "cancelled", retried: true }, "retried already"],
  ["retry", { status: "pending" }, "not ended yet"],
  ["retry", {}, "completed, so there is nothing to retry"],
  ["retry", { status: "failed", parent_alive: false }, "the parent did not complete"],
  ["upscale", {}, null],
  ["upscale", { upscaled: true }, "upscaled already"],
  ["upscale", { model_type: "enhance" }, "no completed video to upscale"],
  ["upscale", { has_video: false }, "no completed video to upscale"],
  ["rate", {}, null],
  ["rate", { rating: 4 }, "rated so already"],
  ["rate", { status: "failed" }, "not completed, so there is nothing to rate"],
  ["delete", {}, null],
  ["delete", { status: "running" }, "still active: cancel it first"],
  ["delete", { child_run_ids: ["other"] }, "continued by runs that stay"],
] as [BulkAction, Partial<RunFacts>, string | null][])(
  "%s of a run with %o: %s",
  (action, overrides, reason) => {
    const { steps, skipped } = plan(action, facts("a", overrides));
    expect([steps.length, skipped[0]?.reason ?? null]).toEqual([reason === null ? 1 : 0, reason]);
  },
);

const family = (overrides: Partial<RunFacts> = {}) => [
  facts("parent", { child_run_ids: ["child"], ...overrides }),
  facts("child", { parent_run_id: "parent", child_run_ids: ["grandchild"], ...overrides }),
  facts("grandchild", { parent_run_id: "child", ...overrides }),
];
const ids = (runs: RunFacts[]) => runs.map((run) => run.id);

test("a family is deleted from its youngest member on", () => {
  expect(ids(plan("delete", ...family()).steps)).toEqual(["grandchild", "child", "parent"]);
});

test("who is continued by an active run stays, and so do its ancestors", () => {
  const [parent, child] = family();
  const active = facts("grandchild", { parent_run_id: "child", status: "running" });

  expect(
    plan("delete", ...[parent, child, active].filter((run) => run !== undefined)).steps,
  ).toEqual([]);
});

test("a family that failed is retried from its parent on", () => {
  const [parent, ...rest] = family({ status: "failed", parent_alive: false });
  const runs = [...rest, { ...(parent ?? facts("parent")), parent_alive: true }];

  expect(ids(plan("retry", ...runs).steps)).toEqual(["parent", "child", "grandchild"]);
});
