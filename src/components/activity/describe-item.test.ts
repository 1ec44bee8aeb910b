import { expect, test } from "vitest";
import type { TimelineBar } from "@/domain/timeline/timeline-record";
import { describeOperations } from "../operations/describe-operations";
import { describeItem } from "./describe-item";
import { itemLook } from "./item-look";

const start = Date.parse("2026-11-28T14:03:10Z");
const end = start + 90_000;
const bar = (overrides: Partial<TimelineBar> = {}): TimelineBar => ({
  id: "run",
  model_type: "transfer",
  status: "completed",
  prompt_id: "prompt",
  prompt_name: "City drive",
  start,
  end,
  phase: "saving",
  computes_at: null,
  ...overrides,
});
const operations = describeOperations();

test("a run is told with its operation, status, duration and times", () => {
  expect(describeItem({ kind: "bar", bar: bar(), start, end }, operations)).toEqual({
    title: "City drive",
    lines: ["Transfer, Completed, 1m 30s", "2026-11-28 14:03:10 – 14:04:40 UTC"],
  });
});

test("a running one also tells what it is doing", () => {
  const running = bar({ status: "running", end: null, phase: "sampling" });
  const { lines } = describeItem({ kind: "bar", bar: running, start, end }, operations);
  expect(lines).toContain("Now: sampling");
});

test("how long its model was loaded and how long it computed is told once it has computed", () => {
  const computed = bar({ computes_at: start + 20_000 });
  const { lines } = describeItem({ kind: "bar", bar: computed, start, end }, operations);
  expect(lines).toContain("Model load 20s, compute 1m 10s");
});

test("idle time is told with its reason, and with both dates across midnight", () => {
  const late = end + 86_400_000;
  const gap = { start, end: late, reason: "Queue empty" };
  expect(describeItem({ kind: "gap", gap, start, end: late }, operations)).toEqual({
    title: "Queue empty",
    lines: ["Idle for 1d 0h", "2026-11-28 14:03:10 – 2026-11-29 14:04:40 UTC"],
  });
});

test("of several runs drawn as one a failure is told and seen", () => {
  const bars = [bar(), bar({ status: "failed" }), bar({ model_type: "upscale" })];
  const block = { kind: "block", bars, start, end } as const;
  expect(describeItem(block, operations).title).toBe("3 runs, 1 failed");
  expect(itemLook(block, operations)).toMatchObject({ shape: "failed", type: "transfer" });
});
