import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { modelTypes } from "@/domain/operations/registry";
import type { RunRecord } from "@/domain/records";
import { runSorts } from "@/domain/run-sort";
import { runStatuses } from "@/domain/run-status";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";
import { encodeCursor } from "../page-cursor";
import { findRuns } from "./find-runs";
import { orderRuns } from "./run-order";
import { otherConditions, RunQuery, sqlList } from "./run-query";

export const ListRunsInput = RunQuery.extend({
  sort: z.enum(runSorts).default("newest"),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});
export type ListRunsInput = z.input<typeof ListRunsInput>;

export interface RunPage {
  items: RunRecord[];
  /** Give it back, with the same sort, to continue after the last item; null at the end. */
  next_cursor: string | null;
}

/** Runs that meet every filter given, newest first unless sorted otherwise, page by page. */
export async function listRuns(
  ctx: Pick<ServiceContext, "db">,
  input: ListRunsInput,
): Promise<RunPage> {
  const { limit = 50 } = input;
  const places = await findPlaces(ctx, input, limit + 1);
  const ids = places.slice(0, limit).map((place) => place.id);
  const found = await findRuns(ctx.db, inArray(runs.id, ids));
  const byId = new Map(found.map((run) => [run.id, run]));
  const items = ids.flatMap((id) => byId.get(id) ?? []);
  const last = items.at(-1);
  if (places.length <= limit || !last) return { items, next_cursor: null };
  const { rank = null } = places.find((place) => place.id === last.id) ?? {};
  const cursor = { ...last, rank: rank === null ? undefined : Number(rank) };
  return { items, next_cursor: encodeCursor(cursor) };
}

// One LATERAL branch per type and status: every combination reads one short index range,
// 0.4..1.1 ms at a million rows where `= any(...)` may take seconds. Ranked orders read all.
async function findPlaces(ctx: Pick<ServiceContext, "db">, input: ListRunsInput, count: number) {
  const types = input.model_type?.length ? [...new Set(input.model_type)] : modelTypes;
  const statuses = input.status?.length ? [...new Set(input.status)] : runStatuses;
  const order = orderRuns(input.sort ?? "newest", input.cursor);
  return ctx.db.execute<{ id: string; rank: string | null }>(sql`
    select page.id, page.rank from unnest(array[${sqlList(types)}]) as t(type)
      cross join unnest(array[${sqlList(statuses)}]) as s(status)
      cross join lateral (
        select r.id, r.created_at, ${order.rank} as rank from runs r
        where r.model_type = t.type and r.status = s.status
          and ${otherConditions(input)} and ${order.after}
        order by ${order.withinBranch} limit ${count}
      ) page
    order by ${order.ofPage} limit ${count}`);
}
