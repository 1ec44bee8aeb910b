import type { FailurePattern } from "../models/define-model";

/** Where memory of a GPU gave out; comes first, because what follows it in a log is noise. */
export const gpuMemoryFailures: readonly FailurePattern[] = [
  {
    error_code: "oom_gpu",
    pattern:
      /CUDA out of memory\. Tried to allocate ([\d.]+ \wi?B)[^\r\n]{0,40}?GPU (\d+) has a total capacity of ([\d.]+ \wi?B) of which ([\d.]+ \wi?B) is free/,
    message: "GPU $2 ran out of memory: it wanted $1 more, and $4 of its $3 were free.",
  },
  {
    error_code: "oom_gpu",
    pattern: /CUDA out of memory|torch\.(?:cuda\.)?OutOfMemoryError|CUDA error: out of memory/,
    message: "A GPU ran out of memory.",
  },
  {
    error_code: "gpu_busy",
    pattern:
      /Free memory on device [^\r\n]{0,40}?\(([\d.]+)\/([\d.]+) GiB\) on startup is less than desired GPU memory utilization/,
    message:
      "The program needs almost the whole GPU, but only $1 of its $2 GiB of memory were free.",
  },
];

/** GPUs that are not there, get lost or cannot talk to each other. */
export const gpuFailures: readonly FailurePattern[] = [
  {
    error_code: "no_gpu",
    pattern: /CUDA driver version is insufficient|NVIDIA driver on your system is too old/,
    message: "The GPU driver of this host is too old for the program.",
  },
  {
    error_code: "no_gpu",
    pattern: /no kernel image is available/,
    message: "The program's image was not built for this kind of GPU.",
  },
  {
    error_code: "no_gpu",
    pattern: /Found no NVIDIA driver|No CUDA GPUs are available|no CUDA-capable device/,
    message: "The container sees no usable GPU.",
  },
  {
    error_code: "gpu_lost",
    pattern:
      /Failed to initialize NVML: Unknown Error|CUDA error: unspecified launch failure|\bXid\b|GPU is lost|fallen off the bus/,
    message: "The container lost its GPU while it worked.",
  },
  {
    error_code: "nccl",
    pattern:
      /Watchdog caught collective operation timeout|NCCL (?:WARN|error)|DistBackendError|ncclSystemError/,
    message: "The GPUs of this run stopped talking to each other.",
  },
];
