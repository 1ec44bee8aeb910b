import { sql } from "drizzle-orm";
import { type LikeRun, usualSeconds } from "@/domain/usual-seconds";
import type { Db } from "../db/open-database";
import type { RunRow } from "./run-record";

/** Of these latest completed runs of a type, the like ones are taken. */
const LOOKED_AT = 200;
const TAKEN = 20;

/**
 * How long runs like this one took here lately, in seconds: same operation, model, steps and number of
 * GPUs, and about as many frames. Null when there was none.
 */
export async function findUsualSeconds(
  db: Db,
  run: Pick<RunRow, "model_type" | "execution_config">,
  frames: number | null,
): Promise<number | null> {
  const config = run.execution_config;
  const same = ["model", "num_steps", "gpus"].map((key) => {
    const value = JSON.stringify(config[key] ?? null);
    return sql`coalesce(execution_config -> ${key}::text, 'null') = ${value}::jsonb`;
  });
  const rows = await db.execute<LikeRun & Record<string, unknown>>(sql`
    select
      extract(epoch from coalesce(exited_at, completed_at) - started_at)::float8 as seconds,
      (outputs ->> 'frames')::float8 as frames
    from (
      select * from runs where model_type = ${run.model_type} and status = 'completed'
      order by created_at desc, id desc limit ${LOOKED_AT}
    ) latest
    where started_at is not null and ${sql.join(same, sql` and `)}
    limit ${TAKEN}`);
  return usualSeconds(rows, frames);
}
