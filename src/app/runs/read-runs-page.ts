import type { RunFilters } from "@/components/runs/run-filters";
import type { BulkReport } from "@/domain/bulk/bulk-report";
import type { ServiceContext } from "@/server/context";
import { AppError } from "@/server/errors";
import { type ActOnManyInput, actOnMany } from "@/server/runs/act-on-many";
import { countDescendants } from "@/server/runs/count-descendants";
import { countMatching } from "@/server/runs/count-matching";
import { listRuns } from "@/server/runs/list-runs";
import { listViews } from "@/server/views/list-views";
import { listFilterPrompts } from "../list-filter-prompts";
import { toRunQuery } from "../to-run-query";

interface Asked {
  filters: RunFilters;
  /** Where the page of the list begins. */
  cursor: string | undefined;
  /** What is asked to be done with many, to be previewed. */
  bulk: ActOnManyInput | null;
}

/** Everything that `/runs` shows. @throws AppError `refused` for a cursor that is not valid */
export async function readRunsPage(ctx: ServiceContext, { filters, cursor, bulk }: Asked) {
  const query = toRunQuery(filters);
  const { sort = "newest" } = filters;
  // The newest run too, so that an old page does not ask for all that changed since it was new.
  const { items: newest } = await listRuns(ctx, { limit: 1 });
  const [page, prompts, matching, preview, views] = await Promise.all([
    listRuns(ctx, { ...query, sort, ...(cursor !== undefined && { cursor }) }),
    listFilterPrompts(ctx, filters.prompt_id),
    countMatching(ctx, query),
    bulk && previewBulk(ctx, bulk),
    listViews(ctx),
  ]);
  const change_seq = Math.max(0, ...[...newest, ...page.items].map((run) => run.change_seq));
  const families = await countDescendants(
    ctx,
    page.items.map((run) => run.id),
  );
  return { page, prompts, matching, preview, views, families, change_seq };
}

async function previewBulk(
  ctx: ServiceContext,
  bulk: ActOnManyInput,
): Promise<BulkReport | { refusal: string }> {
  try {
    return await actOnMany(ctx, { ...bulk, dry_run: true });
  } catch (error) {
    if (error instanceof AppError) return { refusal: error.message };
    throw error;
  }
}
