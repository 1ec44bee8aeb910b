import type { ServiceContext } from "@/server/context";
import { getPrompt } from "@/server/prompts/get-prompt";
import { getRun } from "@/server/runs/get-run";
import { readFormSource } from "../../../read-form-source";

/** Everything that the form to do a run again shows. @throws AppError `not_found` */
export async function readAgainPage(
  ctx: ServiceContext,
  { id, preset }: { id: string; preset: string | undefined },
) {
  const run = await getRun(ctx, id);
  const { execution_config } = run;
  const parent = execution_config.parent_run_id;
  const parent_run_id = typeof parent === "string" ? parent : undefined;
  const [prompt, form] = await Promise.all([
    getPrompt(ctx, run.prompt_id),
    readFormSource(ctx, {
      type: run.model_type,
      prompt_ids: [run.prompt_id],
      choice: preset,
      origin: { id: run.id, execution_config },
      parent_run_id,
    }),
  ]);
  const text_changed =
    prompt.prompt_text !== execution_config.prompt_text ||
    prompt.negative_prompt !== execution_config.negative_prompt;
  return { run, parent_run_id, text_changed, ...form };
}
