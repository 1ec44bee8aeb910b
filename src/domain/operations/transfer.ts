import { z } from "zod";
import { defineOperation } from "./define-operation";
import {
  commonConfig,
  mediaFacts,
  offloadField,
  OutputFile,
  optionalText,
  seedField,
} from "./shared-fields";

/** The four controls in the order of `--weights V E D S`. */
export const controls = ["vis", "edge", "depth", "seg"] as const;
export type Control = (typeof controls)[number];

const controlTitles: Record<Control, [title: string, description: string]> = {
  vis: ["Visual", "How much of the source's own look and detail stays."],
  edge: ["Edge", "How closely contours follow the source."],
  depth: ["Depth", "How strongly distance shapes light and haze."],
  seg: ["Segmentation", "How strongly each kind of surface is repainted."],
};

const weight = (control: Control) =>
  z.number().min(0).max(1).default(0.25).meta({
    title: controlTitles[control][0],
    description: controlTitles[control][1],
    step: 0.05,
    zero: "left out",
  });

const strength = z.enum(["very_low", "low", "medium", "high", "very_high"]).optional();

export const transfer = defineOperation({
  type: "transfer",
  label: "Transfer",
  description: "Renders the prompt onto the input video, guided by four controls.",
  verb: "Transfer",
  command: "inference",
  icon: [
    "m12.296 3.464 3.02 3.956",
    "M20.2 6 3 11l-.9-2.4c-.3-1.1.3-2.2 1.3-2.5l13.5-4c1.1-.3 2.2.3 2.5 1.3z",
    "M3 11h18v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z",
    "m6.18 5.276 3.1 3.899",
  ],
  parents: ["enhance"],
  needsParent: false,
  config: z.strictObject({
    weights: z
      .strictObject({
        vis: weight("vis"),
        edge: weight("edge"),
        depth: weight("depth"),
        seg: weight("seg"),
      })
      .refine((weights) => controls.some((control) => weights[control] > 0), {
        message: "at least one weight must be above 0",
      })
      .prefault({})
      .meta({
        title: "Control weights",
        description: "0 leaves a control out; above a sum of 1 they are normalised.",
        flag: "weights",
      }),
    num_steps: z.int().min(1).max(100).default(35).meta({
      title: "Steps",
      description: "Sampling steps: more is slower and finer.",
      flag: "steps",
    }),
    guidance: z.number().min(0).max(15).default(5).meta({
      title: "Guidance",
      description:
        "How literally the prompt is followed; Cosmos Transfer 2.5 takes whole numbers up to 7, and 3 when left out.",
      step: 0.5,
      flag: "guidance",
    }),
    seed: seedField,
    fps: z.int().min(1).max(120).optional().meta({
      title: "Frame rate",
      description: "Of the result; the input's own when left out.",
      unit: "frames/s",
      flag: "fps",
    }),
    sigma_max: z.number().min(0).max(80).default(70).meta({
      title: "Sigma max",
      description:
        "Noise put on the input: 80 ignores its pixels; Cosmos Transfer 2.5 has a way of its own when left out.",
      step: 1,
      flag: "sigma-max",
    }),
    parent_run_id: z.string().optional().meta({
      title: "Enhance run",
      description: "The completed enhance run whose text this run uses.",
      hidden: true,
    }),
    blur_strength: strength.meta({
      title: "Blur strength",
      description: "How much the visual control is blurred; Cosmos Transfer 1 and 2.5.",
      flag: "blur-strength",
      blank: "Medium",
      advanced: true,
    }),
    edge_threshold: strength.meta({
      title: "Edge threshold",
      description: "How strong a contour must be to count; Cosmos Transfer 2.5.",
      flag: "edge-threshold",
      blank: "Medium",
      advanced: true,
    }),
    seg_words: optionalText(1000).meta({
      title: "Words for segmentation",
      description: "Objects to tell apart, as in `car . road . sky`; Cosmos Transfer 1 and 2.5.",
      flag: "seg-words",
      advanced: true,
    }),
    resolution: z.enum(["480", "720"]).optional().meta({
      title: "Working resolution",
      description: "480 needs less GPU memory; Cosmos Transfer 2.5.",
      flag: "resolution",
      blank: "720",
      advanced: true,
    }),
    distilled: z.boolean().optional().meta({
      title: "Distilled model",
      description: "One step instead of many, for the edge control alone; Cosmos Transfer 1.",
      flag: "distilled",
      advanced: true,
    }),
    offload_transformer: offloadField,
    ...commonConfig,
  }),
  outputs: z.object({ output_path: z.string(), files: z.array(OutputFile), ...mediaFacts }),
  timeoutSeconds: 2 * 60 * 60,
});
