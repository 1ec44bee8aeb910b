import { expect, test } from "vitest";
import type { GpuSample } from "@/domain/gpu/gpu-state";
import { curvePoints } from "./curve-points";

const sample = (t: number, utilization: number | null): GpuSample => ({
  t,
  utilization,
  memory_mib: null,
  temperature_c: null,
  power_w: null,
});

test("a curve fills the box with time and value", () => {
  const samples = [sample(0, 0), sample(5, 50), sample(10, 100)];

  expect(curvePoints(samples, (at) => at.utilization, 100)).toEqual([
    "0.0,60.0 150.0,30.0 300.0,0.0",
  ]);
});

test("what is not known is a gap, not a zero", () => {
  const samples = [sample(0, 0), sample(5, null), sample(10, 200)];

  expect(curvePoints(samples, (at) => at.utilization, 100)).toEqual([
    "0.0,60.0 0.0,60.0",
    "300.0,0.0 300.0,0.0",
  ]);
});

test("nothing known draws nothing", () => {
  expect(curvePoints([], (at) => at.utilization, 100)).toEqual([]);
  expect(curvePoints([sample(0, 1)], (at) => at.memory_mib, 100)).toEqual([]);
});
