import type { FailurePattern } from "../models/define-model";
import { checkpointFailures, sourceFailures, textEncoderFailures } from "./checkpoint-failures";
import { gpuFailures, gpuMemoryFailures } from "./gpu-failures";
import { guardFailures } from "./guard-failures";
import { abortFailures, diskFailures, signalFailures, stopFailures } from "./host-failures";
import { jobFailures, segmentationFailures } from "./job-failures";

/** How runs of Cosmos Transfer 1 (transfer and upscale) fail: causes before their consequences. */
export const transfer1Failures: readonly FailurePattern[] = [
  ...gpuMemoryFailures,
  ...guardFailures,
  {
    error_code: "too_long_upscale",
    pattern: /input tensor must fit into 32-bit index math/,
    message: "The video is too long for the upscaler, which takes at most 121 frames.",
  },
  ...signalFailures,
  ...segmentationFailures,
  ...textEncoderFailures,
  ...diskFailures,
  ...checkpointFailures,
  ...jobFailures,
  ...sourceFailures,
  ...gpuFailures,
  ...abortFailures,
  ...stopFailures,
];
