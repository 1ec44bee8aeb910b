import { expect, test } from "vitest";
import { loadEnd } from "./load-end";
import type { TimelineBar } from "./timeline-record";

const bar = (overrides: Partial<TimelineBar>): TimelineBar => ({
  id: "run",
  model_type: "transfer",
  status: "completed",
  prompt_id: "prompt",
  prompt_name: "City drive",
  start: 100,
  end: 200,
  phase: null,
  computes_at: null,
  ...overrides,
});

test.each([
  ["until it computes", bar({ computes_at: 130 }), 130],
  ["all of its time so far, when it goes on and has not computed", bar({ end: null }), 200],
  ["not known of a run that ended before it computed", bar({}), 100],
  ["never before its beginning", bar({ computes_at: 50 }), 100],
  ["never beyond its end", bar({ computes_at: 500 }), 200],
])("a run loads its model %s", (_, given, until) => {
  expect(loadEnd(given, 200)).toBe(until);
});
