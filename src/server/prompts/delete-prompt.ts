import { rm } from "node:fs/promises";
import { join } from "node:path";
import { and, eq, inArray } from "drizzle-orm";
import { isTerminal, runStatuses } from "@/domain/run-status";
import { measureFolder } from "@/media/measure-folder";
import type { ServiceContext } from "../context";
import { prompts, runs } from "../db/schema";
import { refused } from "../errors";
import type { Deletion } from "../runs/delete-run";
import { findRuns } from "../runs/find-runs";
import { getPrompt } from "./get-prompt";

/**
 * Removes a prompt with all its runs and their folders; its input videos stay.
 * With `dry_run` it only says what would go.
 * @throws AppError `not_found`, or `refused` while one of its runs is active
 */
export async function deletePrompt(
  ctx: ServiceContext,
  input: { id: string; dry_run?: boolean | undefined },
): Promise<Deletion> {
  const prompt = await getPrompt(ctx, input.id);
  const own = await findRuns(ctx.db, eq(runs.prompt_id, prompt.id));
  const active = own.filter((run) => !isTerminal(run.status));
  if (active.length > 0) {
    const names = active.map((run) => run.id).join(", ");
    throw refused(`Prompt ${prompt.id} has active runs (${names}): cancel them first.`);
  }
  const ids = own.map((run) => run.id);
  const foreign = await findRuns(ctx.db, inArray(runs.parent_run_id, ids));
  const outside = foreign.filter((run) => run.prompt_id !== prompt.id).map((run) => run.id);
  if (outside.length > 0) {
    throw refused(
      `Runs of other prompts continue its runs (${outside.join(", ")}): delete those first.`,
    );
  }
  const folders = ids.map((id) => join(ctx.env.dataDir, "runs", id));
  const sizes = await Promise.all(folders.map(measureFolder));
  const dry_run = input.dry_run ?? false;
  if (!dry_run) {
    await ctx.db.transaction(async (tx) => {
      await tx
        .update(prompts)
        .set({ enhanced_by_run_id: null })
        .where(inArray(prompts.enhanced_by_run_id, ids));
      // Locked, so that no run is created meanwhile; what was claimed since it was read must stay.
      await tx.select().from(prompts).where(eq(prompts.id, prompt.id)).for("update");
      const ours = eq(runs.prompt_id, prompt.id);
      await tx.delete(runs).where(and(ours, inArray(runs.status, runStatuses.filter(isTerminal))));
      const [left] = await tx.select({ id: runs.id }).from(runs).where(ours).limit(1);
      if (left) throw refused(`Run ${left.id} of this prompt has just begun: cancel it first.`);
      await tx.delete(prompts).where(eq(prompts.id, prompt.id));
    });
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  }
  return {
    prompts: [prompt.id],
    runs: ids,
    files: sizes.reduce((sum, size) => sum + size.files, 0),
    bytes: sizes.reduce((sum, size) => sum + size.bytes, 0),
    dry_run,
  };
}
