import { z } from "zod";
import { storableText } from "../storable-text";
import { defineOperation } from "./define-operation";
import { commonConfig, mediaFacts, OutputFile } from "./shared-fields";

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
    prompt: z
      .string()
      .max(10_000)
      .transform((text) => storableText(text).trim() || undefined)
      .optional()
      .meta({
        title: "Prompt",
        description: "Optional; the model's own when left out.",
        flag: "prompt",
      }),
    ...commonConfig,
  }),
  outputs: z.object({ output_path: z.string(), files: z.array(OutputFile), ...mediaFacts }),
  timeoutSeconds: 6 * 60 * 60,
});
