import type { PromptDeletion } from "@/components/prompts/delete-prompt-dialog";
import type { PromptRecord } from "@/domain/records";
import type { ServiceContext } from "@/server/context";
import { AppError } from "@/server/errors";
import { deletePrompt } from "@/server/prompts/delete-prompt";
import { getPrompt } from "@/server/prompts/get-prompt";
import { listPrompts } from "@/server/prompts/list-prompts";
import { listRuns } from "@/server/runs/list-runs";
import { readInputShape } from "@/server/runs/read-input-shape";

const RUNS_MAX = 50;

interface Asked {
  id: string;
  /** Whether to say what deleting it would remove. */
  deleting: boolean;
}

/** Everything that the page of a prompt shows. @throws AppError `not_found` */
export async function readPromptPage(ctx: ServiceContext, { id, deleting }: Asked) {
  const prompt = await getPrompt(ctx, id);
  const [runs, children, original, deletion, input] = await Promise.all([
    listRuns(ctx, { prompt_id: prompt.id, limit: RUNS_MAX }),
    listPrompts(ctx, { parent_prompt_id: prompt.id }),
    readOriginal(ctx, prompt),
    deleting ? previewDeletion(ctx, prompt.id) : null,
    readInputShape(ctx, { prompt }),
  ]);
  return { prompt, runs, children: children.items, original, deletion, input };
}

async function readOriginal(ctx: ServiceContext, prompt: PromptRecord) {
  return prompt.parent_prompt_id ? getPrompt(ctx, prompt.parent_prompt_id) : null;
}

async function previewDeletion(ctx: ServiceContext, id: string): Promise<PromptDeletion> {
  try {
    const { runs, files, bytes } = await deletePrompt(ctx, { id, dry_run: true });
    return { runs: runs.length, files, bytes };
  } catch (error) {
    if (error instanceof AppError) return { refusal: error.message };
    throw error;
  }
}
