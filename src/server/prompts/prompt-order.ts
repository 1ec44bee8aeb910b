import { type SQL, sql } from "drizzle-orm";
import type { PromptSort } from "@/domain/prompt-sort";
import { refused } from "../errors";
import { decodeCursor } from "../page-cursor";
import { isRated } from "./prompt-query";

interface PromptOrder {
  /** Joins `ranks` to `prompts p`: one whole number a prompt; nothing where newest comes first. */
  ranks: SQL | null;
}

const joined = (ranks: SQL) => ({
  ranks: sql`left join (${ranks}) ranks on ranks.prompt_id = p.id`,
});

const orders: Record<PromptSort, PromptOrder> = {
  newest: { ranks: null },
  most_runs: joined(sql`select prompt_id, count(*) as rank from runs group by prompt_id`),
  // In thousandths, as a cursor holds whole numbers.
  best_rated: joined(sql`select r.prompt_id, round(avg(r.rating) * 1000)::bigint as rank
    from runs r where ${isRated} group by r.prompt_id`),
};

/**
 * How SQL says an order: what it joins, what it ranks and sorts by, and what comes after a cursor.
 * @throws AppError `refused` when the cursor is not of this order
 */
export function orderPrompts(sort: PromptSort, cursor: string | undefined) {
  const { ranks } = orders[sort];
  const rank = ranks ? sql`coalesce(ranks.rank, 0)` : sql`null::bigint`;
  const keys = ranks ? sql`${rank}, p.created_at, p.id` : sql`p.created_at, p.id`;
  return {
    join: ranks ?? sql``,
    rank,
    by: ranks ? sql`${rank} desc, p.created_at desc, p.id desc` : sql`p.created_at desc, p.id desc`,
    after: cursor === undefined ? sql`true` : sql`(${keys}) < (${place(cursor, ranks !== null)})`,
  };
}

function place(cursor: string, ranked: boolean): SQL {
  const { rank, created_at, id } = decodeCursor(cursor);
  if (ranked !== (rank !== undefined)) {
    throw refused("The cursor belongs to another order: start again from the first page.");
  }
  const moment = sql`${created_at}::timestamptz, ${id}`;
  return ranked ? sql`${rank}::bigint, ${moment}` : moment;
}
