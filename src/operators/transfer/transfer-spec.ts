import { z } from "zod";

const Control = z
  .object({
    control_weight: z.number().min(0).max(1),
    input_control: z.string().min(1).optional(),
  })
  .optional();

/** `spec.json` of a transfer, in the shape of Cosmos Transfer's controlnet specs. */
export const TransferSpec = z.object({
  prompt: z.string().default(""),
  negative_prompt: z.string().default(""),
  input_video_path: z.string().min(1),
  num_steps: z.number().int().min(1).max(1000).default(35),
  guidance: z.number().min(0).max(30).default(5),
  sigma_max: z.number().min(0).max(80).default(70),
  seed: z.number().int().default(1),
  fps: z.number().positive().max(240).optional(),
  vis: Control,
  edge: Control,
  depth: Control,
  seg: Control,
});
export type TransferSpec = z.output<typeof TransferSpec>;

export type ControlName = "vis" | "edge" | "depth" | "seg";
export type ControlWeights = Record<ControlName, number>;

/** The weights of a spec; when they add up to more than 1 they are scaled down to 1, as Cosmos does. */
export function controlWeights(spec: TransferSpec): ControlWeights {
  const weight = (name: ControlName) => spec[name]?.control_weight ?? 0;
  const sum = weight("vis") + weight("edge") + weight("depth") + weight("seg");
  const scale = sum > 1 ? 1 / sum : 1;
  return {
    vis: weight("vis") * scale,
    edge: weight("edge") * scale,
    depth: weight("depth") * scale,
    seg: weight("seg") * scale,
  };
}
