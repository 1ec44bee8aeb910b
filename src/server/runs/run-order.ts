import { type SQL, sql } from "drizzle-orm";
import type { RunSort } from "@/domain/run-sort";
import { refused } from "../errors";
import { decodeCursor } from "../page-cursor";

interface RunOrder {
  /** A whole number that orders before the moment of creation and the id. Speaks of `runs r`. */
  rank: SQL;
  ranked: boolean;
  direction: SQL;
  /** Compares a run with the one before it. */
  follows: SQL;
}

const downwards = { direction: sql`desc`, follows: sql`<` };
const unranked = { rank: sql`null::bigint`, ranked: false };

/** Each order is total, so that a page continues after a run whatever arrives meanwhile. */
const orders: Record<RunSort, RunOrder> = {
  newest: { ...unranked, ...downwards },
  oldest: { ...unranked, direction: sql`asc`, follows: sql`>` },
  longest: {
    rank: sql`coalesce((extract(epoch from r.completed_at - r.started_at) * 1000)::bigint, -1)`,
    ranked: true,
    ...downwards,
  },
  best_rated: { rank: sql`coalesce(r.rating, 0)::bigint`, ranked: true, ...downwards },
};

/** How SQL says an order: what it reads, what it sorts by, and what comes after a cursor. */
export function orderRuns(sort: RunSort, cursor: string | undefined) {
  const { rank, ranked, direction, follows } = orders[sort];
  const keys = (table: SQL, rankKey: SQL) => sql`${ranked ? sql`${rankKey} ${direction}, ` : sql``}
    ${table}.created_at ${direction}, ${table}.id ${direction}`;
  return {
    rank,
    withinBranch: keys(sql`r`, rank),
    ofPage: keys(sql`page`, sql`page.rank`),
    after: cursor === undefined ? sql`true` : afterCursor(cursor),
  };

  function afterCursor(text: string): SQL {
    const at = decodeCursor(text);
    if (!ranked)
      return sql`(r.created_at, r.id) ${follows} (${at.created_at}::timestamptz, ${at.id})`;
    if (at.rank === undefined) {
      throw refused("The cursor belongs to another order: start again from the first page.");
    }
    return sql`(${rank}, r.created_at, r.id) ${follows}
      (${at.rank}::bigint, ${at.created_at}::timestamptz, ${at.id})`;
  }
}
