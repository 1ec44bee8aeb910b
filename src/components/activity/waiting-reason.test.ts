import { expect, test } from "vitest";
import type { EngineRecord } from "@/domain/records";
import { waitingReason } from "./waiting-reason";

const engine = (health: EngineRecord["health"], holders: (string | null)[]): EngineRecord => ({
  name: "local",
  health,
  error: null,
  draining: false,
  gpus: [],
  slots: holders.map((run_id, index) => ({ id: `${index}`, label: `CPU ${index}`, run_id })),
  details: {},
  observed_at: null,
});
const open = { paused: false, paused_by: null };
const busy = [engine("healthy", ["a"])];
const base = { place: 1, parent_status: null, queue: open, engines: busy, wait_reason: null };

test.each([
  [{ ...base }, "Next: starts when a slot is free"],
  [{ ...base, place: 3 }, "Slots are busy; 2 ahead of it"],
  [{ ...base, engines: [engine("healthy", [null])] }, "Starting now"],
  [{ ...base, queue: { paused: true, paused_by: "web" } }, "The queue is paused (by web)"],
  [{ ...base, parent_status: "running" as const }, "Waiting for its parent, which is running"],
  [{ ...base, parent_status: "completed" as const }, "Next: starts when a slot is free"],
  [{ ...base, parent_status: undefined }, "Waiting for its parent"],
  [{ ...base, engines: [] }, "No worker has reported yet"],
  [
    { ...base, engines: [{ ...engine("healthy", [null]), draining: true }] },
    "The engines are draining: nothing is started",
  ],
  [
    { ...base, engines: [engine("unknown", [null])] },
    "The engine does not answer, so nothing is started",
  ],
  [
    { ...base, wait_reason: "It needs a GPU, and this engine has none." },
    "It needs a GPU, and this engine has none.",
  ],
  [
    { ...base, wait_reason: "It needs 2 GPUs.", queue: { paused: true, paused_by: null } },
    "The queue is paused",
  ],
])("a pending run says why it waits (%#)", (waiting, sentence) => {
  expect(waitingReason(waiting)).toBe(sentence);
});
