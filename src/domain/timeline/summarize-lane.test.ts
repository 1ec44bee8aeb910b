import { expect, test } from "vitest";
import { summarizeLane } from "./summarize-lane";
import type { TimelineBar } from "./timeline-record";

const bar = (overrides: Partial<TimelineBar>): TimelineBar => ({
  id: "run",
  model_type: "transfer",
  status: "completed",
  prompt_id: "prompt",
  prompt_name: "City drive",
  start: 0,
  end: null,
  phase: null,
  computes_at: null,
  ...overrides,
});

test("a lane in figures counts only what lies within the span", () => {
  const lane = {
    engine: "local",
    slot: "0",
    label: "GPU 0",
    bars: [
      bar({ start: -50, end: 20 }),
      bar({ start: 30, end: 40, status: "failed" }),
      bar({ start: 80, status: "running" }),
    ],
    gaps: [
      { start: 20, end: 30, reason: "Queue empty" },
      { start: 40, end: 80, reason: "Queue paused" },
      { start: -90, end: -50, reason: "Waiting for parent" },
    ],
  };
  expect(summarizeLane(lane, { start: 0, end: 100 }, 90)).toEqual({
    busy: 0.4,
    runs: { completed: 1, failed: 1, running: 1 },
    idle: [
      { reason: "Queue paused", ms: 40 },
      { reason: "Queue empty", ms: 10 },
    ],
  });
});
