import { expect, test } from "vitest";
import { findIdleCauses, type Hold, type IdleFacts } from "./find-idle-causes";
import { layOutLanes } from "./lay-out-lanes";
import type { TimelineRun } from "./timeline-run";

const SECOND = 1000;
const known = { start: 0, end: 100 * SECOND };

const run = (overrides: Partial<TimelineRun>): TimelineRun => ({
  id: "run",
  model_type: "transfer",
  status: "completed",
  prompt_id: "prompt",
  prompt_name: "City drive",
  engine: "local",
  slot: "0",
  phase: null,
  computes_at: null,
  created_at: 0,
  ready_at: overrides.created_at ?? 0,
  started_at: null,
  ended_at: null,
  ...overrides,
});

/** A run that started at once. */
const ran = (start: number, end: number | null, overrides: Partial<TimelineRun> = {}) =>
  run({
    created_at: start * SECOND,
    started_at: start * SECOND,
    ended_at: end === null ? null : end * SECOND,
    ...overrides,
  });

function lanesOf(runs: TimelineRun[], facts: Partial<IdleFacts> = {}) {
  const causes = findIdleCauses({
    runs,
    holds: [],
    engines: [{ name: "local", healthy: true, observed_at: known.end }],
    now: known.end,
    ...facts,
  });
  const slots = [{ engine: "local", slot: "0", label: "GPU 0" }];
  return layOutLanes({ runs, slots, causes, known });
}

/** The idle time of the first lane, in seconds. */
const gapsOf = (runs: TimelineRun[], facts: Partial<IdleFacts> = {}) =>
  lanesOf(runs, facts)[0]?.gaps.map((gap) => [gap.start / SECOND, gap.end / SECOND, gap.reason]);

test("a run with several GPUs is in the lane of each, and every slot has one", () => {
  const lanes = lanesOf([
    ran(10, 20, { slot: "0,1" }),
    ran(30, null, { engine: "host", slot: "0" }),
  ]);
  expect(lanes.map(({ engine, label, bars }) => [engine, label, bars.length])).toEqual([
    ["local", "GPU 0", 1],
    ["local", "1", 1],
    ["host", "0", 1],
  ]);
});

test("without any run a slot is idle because the queue is empty", () => {
  expect(gapsOf([])).toEqual([[0, 100, "Queue empty"]]);
});

test("idle time ends where a run begins, and a running one leaves none", () => {
  expect(gapsOf([ran(40, null), ran(10, 20)])).toEqual([
    [0, 10, "Queue empty"],
    [20, 40, "Queue empty"],
  ]);
});

test("the moment between two runs is no idle time", () => {
  expect(gapsOf([ran(0, 50), ran(50.4, null)])).toEqual([]);
});

test("a child that waits for its parent explains the time until it completed", () => {
  const child = ran(80, 100, { created_at: 20 * SECOND, ready_at: 79.5 * SECOND });
  expect(gapsOf([child])).toEqual([
    [0, 20, "Queue empty"],
    [20, 79.5, "Waiting for parent"],
  ]);
});

test("what a run waited for is the reason while it did, also when that is long past", () => {
  const reason = "GPU 0: a foreign process holds 21 GB.";
  const started = ran(80, null, { created_at: 20 * SECOND, ready_at: 20 * SECOND });
  const hold = { kind: "waiting", engine: null, reason, start: 20 * SECOND, end: 60 * SECOND };
  expect(gapsOf([started], { holds: [hold as Hold] })).toEqual([
    [0, 20, "Queue empty"],
    [20, 60, reason],
    [60, 80, "Unknown: a run waited"],
  ]);
});

test("of two reasons at a time the newer one counts", () => {
  const hold = { kind: "waiting", engine: null, end: 90 * SECOND } as const;
  const holds = [
    { ...hold, reason: "It needs 2 GPUs.", start: 10 * SECOND },
    { ...hold, reason: "It needs 8 GPUs.", start: 50 * SECOND },
  ];
  expect(gapsOf([], { holds })).toEqual([
    [0, 10, "Queue empty"],
    [10, 50, "It needs 2 GPUs."],
    [50, 90, "It needs 8 GPUs."],
    [90, 100, "Queue empty"],
  ]);
});

test("a pause outweighs the wait of a run, and says who asked for it", () => {
  const waiting = run({ status: "pending", created_at: 20 * SECOND });
  const hold = { kind: "waiting", engine: null, reason: "It needs 2 GPUs.", start: 40 * SECOND };
  const pause = {
    kind: "paused",
    engine: null,
    reason: "Queue paused (by cli)",
    start: 50 * SECOND,
  };
  const holds = [hold, pause].map((each) => ({ ...each, end: 80 * SECOND }) as Hold);
  expect(gapsOf([waiting], { holds })).toEqual([
    [0, 20, "Queue empty"],
    [20, 40, "Unknown: a run waited"],
    [40, 50, "It needs 2 GPUs."],
    [50, 80, "Queue paused (by cli)"],
    [80, 100, "Unknown: a run waited"],
  ]);
});

test("what still holds reaches to the present", () => {
  const pause = {
    kind: "paused",
    engine: null,
    reason: "Queue paused",
    start: 99.9 * SECOND,
  } as const;
  expect(gapsOf([ran(0, 99.9)], { holds: [{ ...pause, end: null }] })).toEqual([
    [99.9, 100, "Queue paused"],
  ]);
});

test("a draining engine is the reason in its own lanes only", () => {
  const hold = { kind: "draining", reason: "Engine draining", start: 90 * SECOND, end: known.end };
  const here = { ...hold, engine: "local" } as Hold;
  const elsewhere = { ...hold, engine: "host" } as Hold;
  expect(gapsOf([], { holds: [here] })?.at(-1)).toEqual([90, 100, "Engine draining"]);
  expect(gapsOf([], { holds: [elsewhere] })).toEqual([[0, 100, "Queue empty"]]);
});

test("nothing is claimed of an engine since it stopped answering", () => {
  const engines = [{ name: "local", healthy: false, observed_at: 70 * SECOND }];
  expect(gapsOf([], { engines })).toEqual([
    [0, 70, "Queue empty"],
    [70, 100, "Unknown: the engine has not answered"],
  ]);
});

test("a run cancelled before it started waited until then", () => {
  const cancelled = run({ status: "cancelled", created_at: 0, ended_at: 30 * SECOND });
  expect(gapsOf([cancelled])).toEqual([
    [0, 30, "Unknown: a run waited"],
    [30, 100, "Queue empty"],
  ]);
});

test("idle time that goes on is told at once", () => {
  const waiting = run({ status: "pending", created_at: 99.8 * SECOND });
  expect(gapsOf([ran(0, 99.7), waiting])).toEqual([[99.8, 100, "Unknown: a run waited"]]);
});
