import type { FailurePattern } from "../models/define-model";
import { checkpointFailures, sourceFailures } from "./checkpoint-failures";
import { gpuFailures, gpuMemoryFailures } from "./gpu-failures";
import { abortFailures, diskFailures, signalFailures, stopFailures } from "./host-failures";
import { jobFailures } from "./job-failures";

/** How runs of the Pixtral prompt upsampler fail: causes before their consequences. */
export const pixtralFailures: readonly FailurePattern[] = [
  ...gpuMemoryFailures,
  ...signalFailures,
  ...diskFailures,
  {
    error_code: "env_upsampler",
    pattern: /KeyError: '((?:LOCAL_|GROUP_|ROLE_)?(?:RANK|WORLD_SIZE)|OMP_NUM_THREADS|MASTER_\w+)'/,
    message: "The prompt upsampler was started without $1 in its environment.",
  },
  {
    error_code: "bad_input",
    pattern: /Input rejected: ([^\r\n]{1,300})/,
    message: "The input could not be used: $1",
  },
  {
    error_code: "output_missing",
    pattern: /The upsampler answered with no text/,
    message: "The model answered with no text.",
  },
  ...checkpointFailures,
  ...jobFailures,
  ...sourceFailures,
  ...gpuFailures,
  ...abortFailures,
  ...stopFailures,
];
