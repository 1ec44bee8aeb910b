import type { ServiceContext } from "@/server/context";
import { AppError } from "@/server/errors";
import { getPrompt } from "@/server/prompts/get-prompt";
import { listPrompts } from "@/server/prompts/list-prompts";

const OFFERED_MAX = 50;

interface PromptOption {
  id: string;
  name: string;
}

/** The prompts to filter by: the newest, and the chosen one however old it is. */
export async function listFilterPrompts(
  ctx: ServiceContext,
  chosen: string | undefined,
): Promise<PromptOption[]> {
  const { items } = await listPrompts(ctx, { limit: OFFERED_MAX });
  const options = items.map(({ id, name }) => ({ id, name }));
  if (!chosen || options.some(({ id }) => id === chosen)) return options;
  const old = await getPrompt(ctx, chosen).catch(nullIfUnknown);
  return old ? [...options, { id: old.id, name: old.name }] : options;
}

function nullIfUnknown(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
