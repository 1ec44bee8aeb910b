import { z } from "zod";

/** How a reference run can be told to fail, to rehearse what an operator would see. */
const faults = ["bad_input", "crash", "hang", "blocked", "garbage"] as const;

/** Fields that every operation's `execution_config` has. */
export const commonConfig = {
  model: z.string().min(1).max(100).optional().meta({
    title: "Model",
    description: "What performs the operation; the server's default when left out.",
    flag: "model",
  }),
  fault: z.enum(faults).optional().meta({
    title: "Rehearse a failure",
    description: "Only for the reference model: fail in this way, to see what it looks like.",
    flag: "fault",
    advanced: true,
  }),
};

export const seedField = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .default(1)
  .meta({ title: "Seed", description: "Same seed and settings, same result.", flag: "seed" });

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
});
