import { sql } from "drizzle-orm";
import type { PromptFacts } from "@/domain/prompt-facts";
import type { RunStatus } from "@/domain/run-status";
import type { ServiceContext } from "../context";
import { sqlList } from "../runs/run-query";

/** What lists tell of the runs of prompts, by the prompt's id: two statements for all of them. */
export async function findPromptFacts(
  ctx: Pick<ServiceContext, "db">,
  ids: readonly string[],
): Promise<Map<string, PromptFacts>> {
  const facts = new Map<string, PromptFacts>(
    ids.map((id) => [id, { runs: {}, rating: null, latest: null }]),
  );
  if (ids.length === 0) return facts;
  const [counts, latest] = await Promise.all([countRuns(ctx, ids), findLatest(ctx, ids)]);
  for (const { prompt_id, status, count, rated, average } of counts) {
    const fact = facts.get(prompt_id);
    if (!fact) continue;
    fact.runs[status] = count;
    if (status === "completed" && average !== null) fact.rating = { average, count: rated };
  }
  for (const { prompt_id, run_id, poster_path } of latest) {
    const fact = facts.get(prompt_id);
    if (fact) fact.latest = { run_id, poster_path };
  }
  return facts;
}

interface Count extends Record<string, unknown> {
  prompt_id: string;
  status: RunStatus;
  count: number;
  rated: number;
  average: number | null;
}

function countRuns(ctx: Pick<ServiceContext, "db">, ids: readonly string[]) {
  return ctx.db.execute<Count>(sql`
    select prompt_id, status, count(*)::int as count, count(rating)::int as rated,
      avg(rating)::float8 as average
    from runs where prompt_id in (${sqlList(ids)}) group by prompt_id, status`);
}

interface Latest extends Record<string, unknown> {
  prompt_id: string;
  run_id: string;
  poster_path: string;
}

function findLatest(ctx: Pick<ServiceContext, "db">, ids: readonly string[]) {
  return ctx.db.execute<Latest>(sql`
    select p.id as prompt_id, latest.id as run_id, latest.poster_path
    from unnest(array[${sqlList(ids)}]) as p(id) cross join lateral (
      select r.id, r.preview ->> 'poster_path' as poster_path from runs r
      where r.prompt_id = p.id and r.status = 'completed' and r.preview is not null
      order by r.created_at desc, r.id desc limit 1
    ) latest`);
}
