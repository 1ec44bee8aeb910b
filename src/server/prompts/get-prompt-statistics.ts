import { sql } from "drizzle-orm";
import type { AverageRating } from "@/domain/prompt-facts";
import { type ModelType, modelTypes } from "@/domain/operations/registry";
import type { RunStatus } from "@/domain/run-status";
import type { ServiceContext } from "../context";

/** How the runs of one operation went. */
export interface OperationStatistics {
  model_type: ModelType;
  runs: Partial<Record<RunStatus, number>>;
  /** Completed among completed and failed, 0..1; null while none has ended so. */
  success: number | null;
  rating: AverageRating | null;
  /** Of the completed runs; null without any. */
  median_seconds: number | null;
}

export interface PromptStatistics {
  /** In the order of the operations; those without runs are left out. */
  operations: OperationStatistics[];
  /** Its completed run with a picture and the best rating, the newest of them. */
  best_run_id: string | null;
}

interface Row extends Record<string, unknown> {
  model_type: string;
  status: RunStatus;
  count: number;
  rated: number;
  average: number | null;
  median: number | null;
}

/** What became of a prompt's runs. */
export async function getPromptStatistics(
  ctx: Pick<ServiceContext, "db">,
  prompt_id: string,
): Promise<PromptStatistics> {
  const [rows, best] = await Promise.all([
    ctx.db.execute<Row>(sql`
      select model_type, status, count(*)::int as count, count(rating)::int as rated,
        avg(rating)::float8 as average, percentile_cont(0.5) within group (
          order by extract(epoch from completed_at - started_at)::float8) as median
      from runs where prompt_id = ${prompt_id} group by model_type, status`),
    ctx.db.execute<{ id: string }>(sql`
      select id from runs
      where prompt_id = ${prompt_id} and status = 'completed' and preview is not null
      order by rating desc nulls last, created_at desc, id desc limit 1`),
  ]);
  const operations = modelTypes
    .map((type) =>
      summarise(
        type,
        rows.filter((row) => row.model_type === type),
      ),
    )
    .filter(({ runs }) => Object.keys(runs).length > 0);
  return { operations, best_run_id: best[0]?.id ?? null };
}

function summarise(model_type: ModelType, rows: readonly Row[]): OperationStatistics {
  const runs = Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  const completed = rows.find(({ status }) => status === "completed");
  const judged = (runs.completed ?? 0) + (runs.failed ?? 0);
  const average = completed?.average ?? null;
  return {
    model_type,
    runs,
    success: judged > 0 ? (runs.completed ?? 0) / judged : null,
    rating: average === null ? null : { average, count: completed?.rated ?? 0 },
    median_seconds: completed?.median ?? null,
  };
}
