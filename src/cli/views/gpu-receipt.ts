import { describeReceipt } from "@/domain/gpu/describe-gpu";
import { describeHolders } from "@/domain/gpu/describe-holders";
import type { RunGpu } from "@/domain/gpu/gpu-state";
import { oneLine } from "../terminal/one-line";
import type { KeyValue } from "./key-values";

/** What a run did to its GPUs, without the curve. */
export function gpuReceipt(gpu: RunGpu): KeyValue[] {
  const busy = gpu.samples.flatMap(({ utilization }) => utilization ?? []);
  const mean = Math.round(busy.reduce((sum, value) => sum + value, 0) / busy.length);
  const holders = describeHolders(gpu.memory.held_by);
  return [
    ...gpu.gpus.map(({ index, name }): KeyValue => [`GPU ${index}`, oneLine(name)]),
    ["Busy", busy.length > 0 ? `${mean} % on average, ${Math.max(...busy)} % at most` : null],
    ...describeReceipt(gpu),
    ["Still there", holders && oneLine(holders)],
    ["Slowed down", gpu.throttled.join(", ")],
  ];
}
