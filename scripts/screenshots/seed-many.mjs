import { join } from "node:path";
import postgres from "postgres";

const RUNS = 10_000;
const RUN_EVERY_SECONDS = 75;

/**
 * Fills the lists with 10,000 ended runs on two slots, copies of those that are there, as weeks of work
 * would. Triggers are off meanwhile: a notice for each of them would be a flood that no work causes.
 */
export async function seedMany(dataDir) {
  const sql = postgres({ host: join(dataDir, "postgres"), user: "cosmos", database: "cosmos" });
  await sql.begin(async (tx) => {
    await tx`alter table runs disable trigger user`;
    await tx`
      with models as (
        select *, row_number() over (order by id) - 1 as nth, count(*) over () as total from runs
        where status in ('completed', 'failed') and model_type <> 'upscale'
      )
      insert into runs (id, prompt_id, model_type, status, execution_config, outputs, preview, log_path,
        engine, slot, rating, attempt, exit_code, error_code, error_message, created_at, started_at,
        exited_at, completed_at, change_seq)
      select 'm' || lpad(i::text, 11, '0'), m.prompt_id, m.model_type, m.status, m.execution_config,
        m.outputs, m.preview, m.log_path, 'local', 'cpu-' || i % 2,
        case when m.status = 'completed' and i % 3 = 0 then 1 + i % 5 end, 1, m.exit_code, m.error_code,
        m.error_message, began - interval '20 seconds', began, began + lasted,
        began + lasted + interval '1 second', nextval('runs_change_seq')
      from generate_series(1, ${RUNS}) i
        join models m on m.nth = i * 7 % m.total
        cross join lateral (select
          now() - make_interval(secs => 1200 + (i / 2) * ${RUN_EVERY_SECONDS}) as began,
          make_interval(secs => 20 + i * 37 % 50) as lasted) times`;
    await tx`alter table runs enable trigger user`;
  });
  await sql.end();
}
