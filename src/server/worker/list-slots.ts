import type { Env } from "@/env";
import type { Slot } from "./worker-context";

/** The slots of the local engine: the GPUs named in COSMOS_GPUS, else COSMOS_SLOTS places on the CPU. */
export function listSlots(env: Pick<Env, "COSMOS_GPUS" | "COSMOS_SLOTS">): Slot[] {
  if (env.COSMOS_GPUS !== "auto" && env.COSMOS_GPUS !== "none") {
    return env.COSMOS_GPUS.split(",").map((id) => ({
      id: `gpu-${id}`,
      label: `GPU ${id}`,
      env: { CUDA_VISIBLE_DEVICES: id },
      gpu: id,
    }));
  }
  return Array.from({ length: env.COSMOS_SLOTS }, (_, index) => ({
    id: `cpu-${index}`,
    label: `CPU ${index}`,
    env: {},
    gpu: null,
  }));
}
