import type { ServiceContext } from "@/server/context";
import { AppError } from "@/server/errors";
import { deleteInput } from "@/server/inputs/delete-input";
import { getInput } from "@/server/inputs/get-input";
import { listInputRuns } from "@/server/inputs/list-input-runs";
import { addPromptFacts } from "@/server/prompts/add-prompt-facts";
import { listPrompts } from "@/server/prompts/list-prompts";

const PROMPTS_SHOWN = 12;

/** Everything that the page of an input shows. @throws AppError `not_found` */
export async function readInputPage(
  ctx: ServiceContext,
  { name, deleting }: { name: string; deleting: boolean },
) {
  const [input, page, runs, deletion] = await Promise.all([
    getInput(ctx, name),
    listPrompts(ctx, { input_name: name, limit: PROMPTS_SHOWN }),
    listInputRuns(ctx, name),
    deleting ? previewDeletion(ctx, name) : undefined,
  ]);
  const prompts = await addPromptFacts(ctx, page.items);
  return { input, prompts, runs, deletion };
}

async function previewDeletion(ctx: ServiceContext, name: string) {
  try {
    return await deleteInput(ctx, { name, dry_run: true });
  } catch (error) {
    if (error instanceof AppError && error.code === "refused") return { refusal: error.message };
    throw error;
  }
}
