import { sql } from "drizzle-orm";
import type { LikeRun } from "@/domain/usual-seconds";
import type { Db } from "../db/open-database";
import type { RunRow } from "./run-record";

/** Of these latest completed runs of a type, the like ones are taken. */
const LOOKED_AT = 200;
const TAKEN = 20;

type Likened = Pick<RunRow, "model_type" | "execution_config">;

/** What runs have in common whose times are compared, as JSON by the name of the setting. */
const settingsOf = ({ execution_config }: Likened) =>
  ["model", "num_steps", "gpus"].map(
    (key) => [key, JSON.stringify(execution_config[key] ?? null)] as const,
  );

/** The latest completed runs of the same operation, model, steps and number of GPUs. */
export async function findLikeRuns(db: Db, run: Likened): Promise<LikeRun[]> {
  const same = settingsOf(run).map(
    ([key, value]) => sql`coalesce(execution_config -> ${key}::text, 'null') = ${value}::jsonb`,
  );
  return db.execute<LikeRun & Record<string, unknown>>(sql`
    select
      extract(epoch from coalesce(exited_at, completed_at) - started_at)::float8 as seconds,
      (outputs ->> 'frames')::float8 as frames
    from (
      select * from runs where model_type = ${run.model_type} and status = 'completed'
      order by created_at desc, id desc limit ${LOOKED_AT}
    ) latest
    where started_at is not null and ${sql.join(same, sql` and `)}
    limit ${TAKEN}`);
}

/** The same, asked once for all runs that are alike. */
export function rememberLikeRuns(db: Db): (run: Likened) => Promise<LikeRun[]> {
  const asked = new Map<string, Promise<LikeRun[]>>();
  return (run) => {
    const key = JSON.stringify([run.model_type, settingsOf(run)]);
    const found = asked.get(key) ?? findLikeRuns(db, run);
    asked.set(key, found);
    return found;
  };
}
