import type { BatchChoice } from "@/components/batch/batch-address";
import type { PromptRecord } from "@/domain/records";
import type { ServiceContext } from "@/server/context";
import { AppError } from "@/server/errors";
import { getPrompt } from "@/server/prompts/get-prompt";
import { listPrompts } from "@/server/prompts/list-prompts";
import { listRuns } from "@/server/runs/list-runs";
import { readFormSource } from "../../read-form-source";

const FOUND_MAX = 30;

/** Everything that the form for several prompts shows. */
export async function readNewRuns(
  ctx: ServiceContext,
  { type, prompt_ids, search, preset }: BatchChoice & { preset: string | undefined },
) {
  const [known, found, latest] = await Promise.all([
    Promise.all(prompt_ids.map((id) => getPrompt(ctx, id).catch(nullIfUnknown))),
    listPrompts(ctx, { ...(search && { search }), limit: FOUND_MAX }),
    listRuns(ctx, { model_type: [type], limit: 1 }),
  ]);
  const chosen = known.filter((prompt): prompt is PromptRecord => prompt !== null);
  const [last] = latest.items;
  const form = await readFormSource(ctx, {
    type,
    prompt_ids: chosen.map(({ id }) => id),
    choice: preset,
    last: last && { id: last.id, execution_config: last.execution_config },
  });
  return { chosen, found: found.items, more: found.next_cursor !== null, ...form };
}

/** A prompt that was deleted meanwhile is no longer chosen. */
function nullIfUnknown(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
