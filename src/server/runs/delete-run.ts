import { rm } from "node:fs/promises";
import { join } from "node:path";
import { and, eq, inArray } from "drizzle-orm";
import { isTerminal, runStatuses } from "@/domain/run-status";
import { measureFolder } from "@/media/measure-folder";
import type { ServiceContext } from "../context";
import { prompts, runs } from "../db/schema";
import { refused } from "../errors";
import { findRuns } from "./find-runs";
import { getRun } from "./get-run";

/** What a deletion removes, or would remove. */
export interface Deletion {
  prompts: string[];
  runs: string[];
  files: number;
  bytes: number;
  dry_run: boolean;
}

/**
 * Removes an ended run with its folder. With `dry_run` it only says what would go.
 * @throws AppError `not_found`, or `refused` while it is active or other runs continue it
 */
export async function deleteRun(
  ctx: ServiceContext,
  input: { id: string; dry_run?: boolean | undefined },
): Promise<Deletion> {
  const run = await getRun(ctx, input.id);
  if (!isTerminal(run.status)) {
    throw refused(`Run ${run.id} is ${run.status}: cancel it before deleting it.`);
  }
  const children = await findRuns(ctx.db, eq(runs.parent_run_id, run.id));
  if (children.length > 0) {
    const names = children.map((child) => child.id).join(", ");
    throw refused(`Run ${run.id} is continued by ${names}: delete those first.`);
  }
  const folder = join(ctx.env.dataDir, "runs", run.id);
  const size = await measureFolder(folder);
  const dry_run = input.dry_run ?? false;
  if (!dry_run) {
    await ctx.db.transaction(async (tx) => {
      await tx
        .update(prompts)
        .set({ enhanced_by_run_id: null })
        .where(eq(prompts.enhanced_by_run_id, run.id));
      await tx
        .delete(runs)
        .where(and(eq(runs.id, run.id), inArray(runs.status, runStatuses.filter(isTerminal))));
    });
    await rm(folder, { recursive: true, force: true });
  }
  return { prompts: [], runs: [run.id], ...size, dry_run };
}
