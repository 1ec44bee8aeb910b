import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context";

const TEXTS_MAX = 20;

/** A text that an enhance run replaced in its own prompt. */
export interface EarlierText {
  run_id: string;
  prompt_text: string;
  replaced_at: string;
}

/** The texts that a prompt had before enhance runs replaced them, newest first. */
export async function listEarlierTexts(
  ctx: Pick<ServiceContext, "db">,
  prompt_id: string,
): Promise<EarlierText[]> {
  const rows = await ctx.db.execute<{ run_id: string; prompt_text: string; at: Date }>(sql`
    select id as run_id, outputs ->> 'original_text' as prompt_text, completed_at as at
    from runs where prompt_id = ${prompt_id} and model_type = 'enhance' and status = 'completed'
      and outputs ->> 'enhanced_prompt_id' = ${prompt_id}
      and outputs ->> 'original_text' is not null
    order by completed_at desc, id desc limit ${TEXTS_MAX}`);
  return rows.map(({ run_id, prompt_text, at }) => ({
    run_id,
    prompt_text,
    replaced_at: new Date(at).toISOString(),
  }));
}
