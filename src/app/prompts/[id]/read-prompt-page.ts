import type { PromptDeletion } from "@/components/prompts/delete-prompt-dialog";
import type { ServiceContext } from "@/server/context";
import { AppError } from "@/server/errors";
import { listInputs } from "@/server/inputs/list-inputs";
import { deletePrompt } from "@/server/prompts/delete-prompt";
import { findPromptFacts } from "@/server/prompts/find-prompt-facts";
import { findVersions } from "@/server/prompts/find-versions";
import { getPrompt } from "@/server/prompts/get-prompt";
import { getPromptStatistics } from "@/server/prompts/get-prompt-statistics";
import { listEarlierTexts } from "@/server/prompts/list-earlier-texts";
import { previewOverwrite } from "@/server/prompts/preview-overwrite";
import { getRun } from "@/server/runs/get-run";
import { listRuns } from "@/server/runs/list-runs";
import { readInputShape } from "@/server/runs/read-input-shape";

const RUNS_MAX = 50;

interface Asked {
  id: string;
  /** Whether to say what deleting it would remove. */
  deleting: boolean;
  /** Whether the form of a new version is open. */
  editing: boolean;
  /** Whether the form of an enhancement is open. */
  enhancing: boolean;
}

/** Everything that the page of a prompt shows. @throws AppError `not_found` */
export async function readPromptPage(
  ctx: ServiceContext,
  { id, deleting, editing, enhancing }: Asked,
) {
  const prompt = await getPrompt(ctx, id);
  // The newest run of all, so that the page does not ask for all that changed since its own were new.
  const { items: newest } = await listRuns(ctx, { limit: 1 });
  const [runs, tree, earlier, statistics, deletion, input, inputs, overwrite] = await Promise.all([
    listRuns(ctx, { prompt_id: prompt.id, limit: RUNS_MAX }),
    readTree(ctx, prompt.id),
    listEarlierTexts(ctx, prompt.id),
    readStatistics(ctx, prompt.id),
    deleting ? previewDeletion(ctx, prompt.id) : null,
    readInputShape(ctx, { prompt }),
    editing ? listInputs(ctx) : null,
    enhancing ? previewOverwrite(ctx, prompt.id) : null,
  ]);
  return {
    ...{ prompt, runs, earlier, statistics, deletion, input, overwrite },
    change_seq: Math.max(0, ...[...newest, ...runs.items].map((run) => run.change_seq)),
    versions: tree,
    inputs: inputs?.items ?? null,
  };
}

async function readTree(ctx: ServiceContext, id: string) {
  const versions = await findVersions(ctx, id);
  const ids = versions.items.map((version) => version.id);
  return { ...versions, facts: await findPromptFacts(ctx, ids) };
}

async function readStatistics(ctx: ServiceContext, id: string) {
  const { operations, best_run_id } = await getPromptStatistics(ctx, id);
  // It may be deleted at this moment; the page is whole without it.
  const best = best_run_id ? await getRun(ctx, best_run_id).catch(nullIfUnknown) : null;
  return { operations, best };
}

function nullIfUnknown(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
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
