import { expect, test } from "vitest";
import { addSample } from "./add-sample";
import { beginRunGpu, endRunGpu, sampleRunGpu } from "./follow-run-gpu";
import type { GpuCard, GpuSample, HoldingProcess } from "./gpu-state";
import { toGpuState } from "./to-gpu-state";

const card = (part: Partial<GpuCard> = {}): GpuCard => ({
  uuid: "GPU-aaa",
  index: 0,
  name: "A100",
  driver_version: null,
  utilization: 50,
  memory_total_mib: 80_000,
  memory_used_mib: 1000,
  mig: false,
  temperature_c: 40,
  power_w: 100,
  power_limit_w: 400,
  clock_sm_mhz: 1000,
  throttle_reason: null,
  processes: [],
  ...part,
});
const holder = (run_id: string | null, memory_mib: number | null): HoldingProcess => ({
  pid: 7,
  name: "python",
  memory_mib,
  run_id,
});

test("a receipt tells memory before, at its peak and after, over all its GPUs", () => {
  const cards = (used: number) => [
    card({ memory_used_mib: used }),
    card({ uuid: "GPU-bbb", index: 1, memory_used_mib: used }),
  ];

  let gpu = beginRunGpu(cards(500), "run");
  for (const [at, used] of [500, 30_000, 20_000].entries()) {
    gpu = sampleRunGpu(gpu, cards(used), at * 2.5);
  }
  gpu = endRunGpu(gpu, cards(600), "run");

  expect(gpu.memory).toEqual({
    before: 1000,
    peak: 60_000,
    after: 1200,
    total: 160_000,
    held_by: [],
  });
  expect(gpu.samples[1]).toEqual({
    t: 2.5,
    utilization: 50,
    memory_mib: 60_000,
    temperature_c: 40,
    power_w: 200,
  });
});

test("what the run itself holds already is not there before it", () => {
  const cards = [card({ memory_used_mib: 5000, processes: [holder("run", 4000)] })];

  expect(beginRunGpu(cards, "run").memory.before).toBe(1000);
});

test("what still holds a card is named, the run that came next is not", () => {
  const cards = [
    card({ memory_used_mib: 9000, processes: [holder(null, 3000), holder("next", 5000)] }),
  ];

  const { memory } = endRunGpu(beginRunGpu([card()], "run"), cards, "run");

  expect(memory.after).toBe(4000);
  expect(memory.held_by).toEqual([{ pid: 7, name: "python", memory_mib: 3000 }]);
});

test("what cannot be read stays unknown", () => {
  const blind = [
    card({ utilization: null, memory_used_mib: null, temperature_c: null, power_w: null }),
  ];

  const gpu = endRunGpu(sampleRunGpu(beginRunGpu(blind, "run"), blind, 1), blind, "run");

  expect(gpu.memory).toMatchObject({ before: null, peak: null, after: null });
  expect(gpu.samples).toEqual([
    { t: 1, utilization: null, memory_mib: null, temperature_c: null, power_w: null },
  ]);
});

test("every throttle reason is kept once", () => {
  let gpu = beginRunGpu([card()], "run");
  for (const throttle_reason of ["power cap", null, "power cap", "power brake"]) {
    gpu = sampleRunGpu(gpu, [card({ throttle_reason })], 1);
  }

  expect(gpu.throttled).toEqual(["power cap", "power brake"]);
});

test("memory of our own runs is available to the next one, that of foreign programs is not", () => {
  const processes = [holder("run", 20_000), holder(null, 30_000)];

  const state = toGpuState(card({ memory_used_mib: 50_500, processes }));

  expect(state.memory_available_mib).toBe(49_500);
  expect(state.foreign).toEqual([{ pid: 7, name: "python", memory_mib: 30_000 }]);
});

const sample = (t: number, memory_mib: number | null = 100): GpuSample => ({
  t,
  utilization: 50,
  memory_mib,
  temperature_c: 40,
  power_w: 100,
});

test("a curve keeps 120 points, spread over the whole run, with its peak and its newest point", () => {
  let curve: GpuSample[] = [];
  for (let at = 0; at < 5000; at++)
    curve = addSample(curve, sample(at * 2, at === 777 ? 999 : 100));

  expect(curve).toHaveLength(120);
  expect(Math.max(...curve.map((point) => point.memory_mib ?? 0))).toBe(999);
  expect(curve.at(-1)?.t).toBe(9998);
  const gaps = curve.slice(1).map((point, at) => point.t - (curve[at]?.t ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(0);
  expect(Math.max(...gaps)).toBeLessThan(4 * (9998 / 120));
});

test("unknown values are not taken for zero when neighbours are merged", () => {
  let curve: GpuSample[] = [];
  for (let at = 0; at < 400; at++) curve = addSample(curve, sample(at, at % 2 ? null : 100));

  expect(curve.slice(0, -2).every((point) => point.memory_mib === 100)).toBe(true);
});
