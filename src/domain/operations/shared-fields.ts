import { z } from "zod";
import { storableText } from "../storable-text";

/** How a run can be told to fail, to rehearse what an operator would see; a model knows some of them. */
export const faults = [
  "bad_input",
  "crash",
  "hang",
  "blocked",
  "garbage",
  "oom_gpu",
  "gpu_busy",
  "t5_fallback",
  "oom_host",
  "segv",
  "guard_prompt",
  "guard_video",
  "ckpt_missing",
  "input_missing",
  "seg_nothing",
  "hf_gated",
  "hf_offline",
  "bad_spec",
  "bad_gpu_count",
  "too_long_upscale",
  "env_upsampler",
  "no_repo",
  "no_gpu",
  "gpu_lost",
  "nccl",
  "shm",
  "no_space",
  "stopped",
  "exception",
  "output_missing",
] as const;
export type Fault = (typeof faults)[number];

/** Fields that every operation's `execution_config` has. */
export const commonConfig = {
  model: z.string().min(1).max(100).optional().meta({
    title: "Model",
    description: "What performs the operation; the server's default when left out.",
    flag: "model",
    apart: true,
  }),
  gpus: z.literal([1, 2, 4, 8]).optional().meta({
    title: "GPUs",
    description:
      "How many work on it together: more are faster, but each must hold the whole model.",
    flag: "gpus",
    blank: "One",
    advanced: true,
    apart: true,
  }),
  fault: z.enum(faults).optional().meta({
    title: "Rehearse a failure",
    description: "Fail in this way, to see what it looks like; not for models that need a GPU.",
    flag: "fault",
    advanced: true,
    apart: true,
  }),
};

export const seedField = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .default(1)
  .meta({
    title: "Seed",
    description: "Same seed and settings, same result.",
    flag: "seed",
    random: true,
    apart: true,
  });

/** Text that goes into a model's spec; blank is not given. */
export const optionalText = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => storableText(text).trim() || undefined)
    .optional();

export const offloadField = z.boolean().optional().meta({
  title: "Offload the transformer",
  description: "Needs less GPU memory, and takes longer to load; Cosmos Transfer 1.",
  flag: "offload-transformer",
  advanced: true,
});

export const mediaFacts = {
  width: z.int().positive(),
  height: z.int().positive(),
  fps: z.number().positive(),
  frames: z.int().positive(),
  duration_seconds: z.number().positive(),
};

/** A file a run left behind. `path` is relative to the data folder. */
export const OutputFile = z.object({
  path: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  /** `result`: what the run was for; `control`: a video that it was guided by. */
  role: z.enum(["result", "control"]).optional(),
});
