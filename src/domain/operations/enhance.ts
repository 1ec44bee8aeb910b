import { z } from "zod";
import { defineOperation } from "./define-operation";
import { commonConfig, OutputFile, seedField } from "./shared-fields";

export const enhance = defineOperation({
  type: "enhance",
  label: "Enhance",
  description: "Expands a prompt with the detail that video models respond to.",
  verb: "Enhance prompt",
  command: "enhance",
  icon: [
    "M11.017 2.814a1 1 0 0 1 1.966 0l1.051 5.558a2 2 0 0 0 1.594 1.594l5.558 1.051a1 1 0 0 1 0 1.966l-5.558 1.051a2 2 0 0 0-1.594 1.594l-1.051 5.558a1 1 0 0 1-1.966 0l-1.051-5.558a2 2 0 0 0-1.594-1.594l-5.558-1.051a1 1 0 0 1 0-1.966l5.558-1.051a2 2 0 0 0 1.594-1.594z",
    "M20 2v4",
    "M22 4h-4",
    "M2 20a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
  ],
  parents: [],
  needsParent: false,
  config: z.strictObject({
    create_new: z.boolean().default(true).meta({
      title: "Save as a new prompt",
      description: "Off: the prompt's own text is replaced when the run completes.",
      apart: true,
    }),
    seed: seedField,
    ...commonConfig,
  }),
  outputs: z.object({
    enhanced_text: z.string().min(1),
    enhanced_prompt_id: z.string(),
    original_text: z.string(),
    enhancer: z.string(),
    files: z.array(OutputFile),
  }),
  timeoutSeconds: 30 * 60,
});
