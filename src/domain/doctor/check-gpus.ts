import type { EngineRecord } from "../records";
import { type DoctorCheck, fine } from "./doctor-check";

/** NVIDIA's minimum for Cosmos Transfer 2.5; Transfer 1 needs CUDA 12.8, which came with it. */
const DRIVER = 570;

/** The GPUs of an engine's host: nothing is said where there are none and none was looked for. */
export function checkGpus(engine: EngineRecord): DoctorCheck[] {
  if (engine.health !== "healthy") return [];
  const name = `GPUs of ${engine.name}`;
  const { gpu_problem: problem } = engine.details;
  if (typeof problem === "string") {
    const advice = "See that nvidia-smi works on that host, or set COSMOS_GPUS=none.";
    return [{ name, status: "warning", message: problem, advice }];
  }
  if (engine.gpus.length === 0) return [];
  const message = engine.gpus
    .map(({ index, name: model, memory_total_mib: mib }) =>
      [`${index}: ${model}`, mib && `${Math.round(mib / 1024)} GiB`].filter(Boolean).join(", "),
    )
    .join("; ");
  return [fine(name, `${message}.`), ...engine.gpus.flatMap((gpu) => checkGpu(name, gpu))];
}

function checkGpu(name: string, gpu: EngineRecord["gpus"][number]): DoctorCheck[] {
  const warn = (message: string, advice: string): DoctorCheck => ({
    name,
    status: "warning",
    message: `GPU ${gpu.index}: ${message}`,
    advice,
  });
  const found: DoctorCheck[] = [];
  if (gpu.driver_version && Number.parseInt(gpu.driver_version, 10) < DRIVER) {
    const advice = `The Cosmos models need driver ${DRIVER} or later: update it and reboot.`;
    found.push(warn(`its driver is ${gpu.driver_version}.`, advice));
  }
  if (gpu.foreign.length > 0) {
    const programs = gpu.foreign.map((each) => `${each.name} (process ${each.pid})`).join(", ");
    const advice = "Runs wait while they leave too little memory. End them if nobody needs them.";
    found.push(warn(`other programs hold memory of it: ${programs}.`, advice));
  }
  if (gpu.throttle_reason) {
    const advice = "Look at its cooling and its power supply.";
    found.push(warn(`it is slowed down: ${gpu.throttle_reason}.`, advice));
  }
  return found;
}
