import { z } from "zod";
import { defineOperation } from "./define-operation";
import { commonConfig, mediaFacts, offloadField, OutputFile, optionalText } from "./shared-fields";

export const upscale = defineOperation({
  type: "upscale",
  label: "Upscale",
  description: "Enlarges the video of a completed transfer run.",
  verb: "Upscale",
  command: "upscale",
  icon: ["M15 3h6v6", "m21 3-7 7", "m3 21 7-7", "M9 21H3v-6"],
  parents: ["transfer"],
  needsParent: true,
  config: z.strictObject({
    parent_run_id: z.string().min(1).meta({
      title: "Transfer run",
      description: "The run whose video is enlarged.",
      hidden: true,
    }),
    control_weight: z.number().min(0).max(1).default(0.5).meta({
      title: "Control weight",
      description: "How closely the result keeps to the source.",
      step: 0.05,
      flag: "control-weight",
    }),
    prompt: optionalText(10_000).meta({
      title: "Prompt",
      description: "Optional; the model's own when left out.",
      flag: "prompt",
    }),
    num_steps: z.int().min(1).max(50).optional().meta({
      title: "Steps",
      description: "Sampling steps of Cosmos Transfer 1; 10 when left out.",
      flag: "steps",
      advanced: true,
    }),
    guidance: z.number().min(0).max(15).optional().meta({
      title: "Guidance",
      description: "How literally Cosmos Transfer 1 follows the prompt; 5 when left out.",
      step: 0.5,
      flag: "guidance",
      advanced: true,
    }),
    seed: z
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .optional()
      .meta({
        title: "Seed",
        description: "Of Cosmos Transfer 1; 1 when left out.",
        flag: "seed",
        advanced: true,
        random: true,
        apart: true,
      }),
    sigma_max: z.number().min(0).max(79.9).optional().meta({
      title: "Sigma max",
      description: "Noise that Cosmos Transfer 1 puts on the source; 70 when left out.",
      step: 1,
      flag: "sigma-max",
      advanced: true,
    }),
    fps: z.int().min(1).max(120).optional().meta({
      title: "Frame rate",
      description: "Of what Cosmos Transfer 1 makes; the source's own when left out.",
      unit: "frames/s",
      flag: "fps",
      advanced: true,
    }),
    offload_transformer: offloadField,
    ...commonConfig,
  }),
  outputs: z.object({ output_path: z.string(), files: z.array(OutputFile), ...mediaFacts }),
  timeoutSeconds: 6 * 60 * 60,
});
