import type { FailurePattern } from "../models/define-model";
import { checkpointFailures, sourceFailures } from "./checkpoint-failures";
import { gpuFailures, gpuMemoryFailures } from "./gpu-failures";
import { guardFailures } from "./guard-failures";
import { abortFailures, diskFailures, signalFailures, stopFailures } from "./host-failures";
import { jobFailures, segmentationFailures } from "./job-failures";

/** How runs of Cosmos Transfer 2.5 fail: causes before their consequences. */
export const transfer25Failures: readonly FailurePattern[] = [
  ...gpuMemoryFailures,
  ...guardFailures,
  ...signalFailures,
  ...segmentationFailures,
  ...diskFailures,
  ...checkpointFailures,
  ...jobFailures,
  ...sourceFailures,
  ...gpuFailures,
  ...abortFailures,
  ...stopFailures,
];
