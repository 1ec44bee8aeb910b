import { expect, test } from "vitest";
import type { ActivityRecord, EngineRecord } from "@/domain/records";
import { statusView } from "./status-view";

const engine: EngineRecord = {
  name: "local",
  health: "healthy",
  error: null,
  draining: false,
  gpus: [],
  slots: [{ id: "cpu-0", label: "CPU 0", run_id: null }],
  details: {},
  observed_at: new Date().toISOString(),
};

function activity(part: Partial<ActivityRecord>): ActivityRecord {
  return {
    engines: [engine],
    queue: { paused: false, paused_by: null, paused_at: null },
    running: [],
    pending: [],
    recent: [],
    containers: [],
    orphans: [],
    missing: [],
    counts: {} as ActivityRecord["counts"],
    cursor: 0,
    ...part,
  };
}

test("a healthy engine without runs is said to be idle, with its slots", () => {
  const view = statusView(activity({}));

  expect(view).toContain("✓ healthy");
  expect(view).toContain("CPU 0 free");
  expect(view).toContain("Nothing is running.");
});

test.each([
  [[{ ...engine, health: "unknown" as const }], "unknown"],
  [[{ ...engine, health: "unreachable" as const, error: "no socket" }], "unreachable: no socket"],
  [[], "no worker has reported yet"],
])("without a healthy engine nothing is called idle", (engines, words) => {
  const view = statusView(activity({ engines }));

  expect(view).toContain(words);
  expect(view).toContain("What is running now is unknown.");
  expect(view).not.toContain("Nothing is running.");
  expect(view).not.toContain("free");
});

test("a paused queue says who paused it", () => {
  const queue = { paused: true, paused_by: "web", paused_at: new Date().toISOString() };

  expect(statusView(activity({ queue }))).toContain("paused by web");
});

test("orphans and missing containers are shown", () => {
  const orphan = {
    engine: "local",
    container_id: "c1",
    container_name: "cosmos_transfer_abcdefgh",
    run_id: null,
    model_type: null,
    attempt: null,
    state: "running" as const,
    exit_code: null,
    started_at: null,
    observed_at: new Date().toISOString(),
    orphan: true,
  };
  const view = statusView(activity({ orphans: [orphan], missing: ["abc123"] }));

  expect(view).toContain("cosmos_transfer_abcdefgh");
  expect(view).toContain("Run abc123 is running, but the engine has no container for it.");
});
