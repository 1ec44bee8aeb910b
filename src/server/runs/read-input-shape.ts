import { z } from "zod";
import type { VideoShape } from "@/domain/forecast";
import type { PromptRecord, RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { readInput } from "../inputs/read-input";

const Shape = z.object({
  width: z.number(),
  height: z.number(),
  frames: z.number(),
  fps: z.number(),
});

interface Source {
  prompt: Pick<PromptRecord, "inputs" | "input_name">;
  /** The run whose video is taken instead of the prompt's, if it has one. */
  parent?: Pick<RunRecord, "outputs"> | undefined;
}

/** What a run's input video measures, as noted when it was made; null when that is not known. */
export async function readInputShape(
  ctx: Pick<ServiceContext, "env">,
  { prompt, parent }: Source,
): Promise<VideoShape | null> {
  if (parent?.outputs.output_path) return Shape.safeParse(parent.outputs).data ?? null;
  const input = await readInput(ctx.env.dataDir, prompt.input_name);
  const file = input?.files.find(({ path }) => path === prompt.inputs.video);
  return Shape.safeParse(file?.media).data ?? null;
}
