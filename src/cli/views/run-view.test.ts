import { expect, test } from "vitest";
import type { RunRecord } from "@/domain/records";
import { runTable } from "./run-table";
import { runView } from "./run-view";

const run: RunRecord = {
  id: "abcdefghijkl",
  model_type: "transfer",
  prompt_id: "promptprompt",
  prompt_name: "City drive",
  status: "failed",
  execution_config: { model: "replay" },
  outputs: {},
  log_path: "runs/abcdefghijkl/run.log",
  parent_run_id: null,
  container_name: null,
  container_id: null,
  engine: "local",
  slot: "cpu-0",
  progress: null,
  phases: [],
  priority: 0,
  position: 1,
  rating: null,
  error_code: "guard_prompt",
  error_message: "The prompt was refused.",
  attempt: 1,
  exit_code: 1,
  preview: null,
  simulated: true,
  wait_reason: null,
  warning: null,
  time_limit_seconds: 7200,
  gpu: null,
  cancel_requested_at: null,
  created_at: "2026-01-01T10:00:00.000Z",
  updated_at: "2026-01-01T10:00:00.000Z",
  started_at: "2026-01-01T10:00:00.000Z",
  completed_at: "2026-01-01T10:01:00.000Z",
  change_seq: 1,
};
const view = (changes: Partial<RunRecord>) =>
  runView({ run: { ...run, ...changes }, events: [], lineage: [], url: "http://127.0.0.1:3000" });

test("a failed run is shown with what to do and whether to retry it", () => {
  const shown = view({});

  expect(shown).toContain("The prompt was refused. (guard_prompt)");
  expect(shown).toMatch(/advice +Change the wording .* A retry would fail in the same way\./);
});

test("a completed run has no advice", () => {
  expect(view({ status: "completed", error_code: null, error_message: null })).not.toContain(
    "advice",
  );
});

test("a simulated run is called so in its view and in lists", () => {
  expect(view({})).toContain("simulated");
  expect(runTable([run])).toContain("transfer (simulated)");
  expect(view({ simulated: false, execution_config: {} })).not.toContain("simulated");
});

test("a warning is shown while a run runs", () => {
  const running = { status: "running", completed_at: null, warning: "It is silent." } as const;

  expect(view(running)).toContain("It is silent.");
  expect(runTable([{ ...run, ...running }])).toContain("It is silent.");
});
