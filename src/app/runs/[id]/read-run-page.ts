import { join } from "node:path";
import type { DeletePreview } from "@/components/runs/delete-run-dialog";
import { findOrigin } from "@/components/runs/find-origin";
import type { RunRecord } from "@/domain/records";
import type { ServiceContext } from "@/server/context";
import { listEngines } from "@/server/activity/list-engines";
import { AppError } from "@/server/errors";
import { deleteRun } from "@/server/runs/delete-run";
import { readLogTail } from "@/server/logs/read-log-tail";
import { getPrompt } from "@/server/prompts/get-prompt";
import { getLineage } from "@/server/runs/get-lineage";
import { getRun } from "@/server/runs/get-run";
import { listRunEvents } from "@/server/runs/list-run-events";
import { listRuns } from "@/server/runs/list-runs";
import { readManifest } from "@/server/runs/read-manifest";

interface Asked {
  id: string;
  /** Whether to say what deleting it would remove. */
  deleting: boolean;
  /** The run to compare it with, or a word of `chooseComparison`. */
  compare: string | undefined;
}

/** Everything that the page of a run shows. @throws AppError `not_found` */
export async function readRunPage(ctx: ServiceContext, { id, deleting, compare }: Asked) {
  const run = await getRun(ctx, id);
  // The newest run too, so that following the family does not ask for all that changed since.
  const { items: newest } = await listRuns(ctx, { limit: 1 });
  const [engines, family, events, prompt, log, manifest, deletion, compared] = await Promise.all([
    listEngines(ctx),
    getLineage(ctx, run.id),
    listRunEvents(ctx, run.id),
    getPrompt(ctx, run.prompt_id),
    readLogTail(join(ctx.env.dataDir, run.log_path)),
    readManifest(ctx, run),
    deleting ? previewDeletion(ctx, run.id) : null,
    compare ? findRun(ctx, compare) : null,
  ]);
  const engine = engines.find((each) => each.name === run.engine);
  const origin_id = findOrigin(run, events);
  const origin = origin_id ? await findRun(ctx, origin_id) : null;
  const cursor = Math.max(...[...newest, ...family].map(({ change_seq }) => change_seq));
  const shown = { engine, family, events, prompt, log, manifest, deletion, compared };
  return { run, ...shown, origin, cursor };
}

/** Null where there is no such run: the page is still worth showing. */
async function findRun(ctx: ServiceContext, id: string): Promise<RunRecord | null> {
  try {
    return await getRun(ctx, id);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function previewDeletion(ctx: ServiceContext, id: string): Promise<DeletePreview> {
  try {
    const { files, bytes } = await deleteRun(ctx, { id, dry_run: true });
    return { files, bytes };
  } catch (error) {
    if (error instanceof AppError) return { refusal: error.message };
    throw error;
  }
}
