import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context";
import { getPrompt } from "./get-prompt";

/** What refers to the text of a prompt that an enhance run is about to replace. */
export interface OverwritePreview {
  prompt_id: string;
  /** What would be replaced. */
  prompt_text: string;
  /** Runs other than enhancements, made with texts of this prompt; all are kept. */
  runs: number;
  /** Those of them that are pending or running; they go on with the text they have. */
  active: number;
  /** Prompts that were made from this one; they keep their texts. */
  versions: number;
  /** Enhance runs of this prompt that have not ended: the second of two finds the text replaced. */
  enhancing: number;
}

/**
 * What an enhancement would leave without its text if it replaced a prompt's own. Nothing is ever
 * deleted by it: runs hold the text they were created with, and the enhance run holds the old one.
 * @throws AppError `not_found`
 */
export async function previewOverwrite(
  ctx: Pick<ServiceContext, "db">,
  id: string,
): Promise<OverwritePreview> {
  const prompt = await getPrompt(ctx, id);
  const [counts] = await ctx.db.execute<
    Pick<OverwritePreview, "runs" | "active" | "versions" | "enhancing">
  >(sql`
    select count(*) filter (where model_type <> 'enhance')::int as runs,
      count(*) filter (where model_type <> 'enhance' and completed_at is null)::int as active,
      count(*) filter (where model_type = 'enhance' and completed_at is null)::int as enhancing,
      (select count(*) from prompts where parent_prompt_id = ${prompt.id})::int as versions
    from runs where prompt_id = ${prompt.id}`);
  const none = { runs: 0, active: 0, versions: 0, enhancing: 0 };
  return { prompt_id: prompt.id, prompt_text: prompt.prompt_text, ...(counts ?? none) };
}
