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

const gpu: EngineRecord["gpus"][number] = {
  uuid: "GPU-aaa",
  index: 0,
  name: "NVIDIA A100",
  driver_version: null,
  utilization: 97,
  memory_total_mib: 81_920,
  memory_used_mib: 30_720,
  memory_available_mib: 51_200,
  mig: false,
  temperature_c: 61,
  power_w: 312.4,
  power_limit_w: 400,
  clock_sm_mhz: null,
  throttle_reason: "power cap",
  foreign: [{ pid: 4242, name: "python", memory_mib: 30_000 }],
};

test("each GPU has a line, with who else is on it", () => {
  const view = statusView(activity({ engines: [{ ...engine, gpus: [gpu] }] }));

  expect(view).toContain(
    "GPU 0 NVIDIA A100  97 % busy, 30.0 GiB of 80.0 GiB, 61 °C, 312 of 400 W  slowed down: power cap  not a run: python (pid 4242) holds 30000 MiB",
  );
});

test("GPUs of an engine that is not known are unknown, and a broken driver is told", () => {
  const lost = statusView(activity({ engines: [{ ...engine, health: "unknown", gpus: [gpu] }] }));
  const broken = statusView(
    activity({ engines: [{ ...engine, details: { gpu_problem: "The driver is gone." } }] }),
  );

  expect(lost).toContain("GPU 0 NVIDIA A100  unknown");
  expect(lost).not.toContain("97 %");
  expect(broken).toContain("The driver is gone.");
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
