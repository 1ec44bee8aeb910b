import { describeGpu } from "@/domain/gpu/describe-gpu";
import { describeHolders } from "@/domain/gpu/describe-holders";
import type { GpuState } from "@/domain/gpu/gpu-state";
import type { EngineRecord } from "@/domain/records";
import { oneLine } from "../terminal/one-line";
import { paint } from "../terminal/paint";

/** A line for each GPU of an engine, and one for what is wrong with them. */
export function gpuLines({ health, gpus, details }: EngineRecord): string[] {
  const { gpu_problem } = details;
  const problem = typeof gpu_problem === "string" ? [paint("yellow", oneLine(gpu_problem))] : [];
  const lines = [...problem, ...gpus.map((gpu) => gpuLine(gpu, health === "healthy"))];
  return lines.map((line) => `  ${line}`);
}

function gpuLine(gpu: GpuState, known: boolean): string {
  const name = `GPU ${gpu.index} ${oneLine(gpu.name)}`;
  if (!known) return `${name}  unknown`;
  const slowed = gpu.throttle_reason && paint("yellow", `slowed down: ${gpu.throttle_reason}`);
  const holders = describeHolders(gpu.foreign);
  const foreign = holders && paint("yellow", `not a run: ${oneLine(holders)}`);
  return [name, describeGpu(gpu).join(", "), slowed, foreign].filter(Boolean).join("  ");
}
