import { insertPrompt } from "../../tests/harness/factories";
import type { Product } from "../start-product";
import { slots } from "./slots";

const PROMPTS = 500;
const PENDING = 40;
/** One run after the other on each slot. */
const RUN_EVERY_SECONDS = 140;

/**
 * Fills the tables as after weeks of work on four GPUs: runs of every type and status, upscales of
 * transfers, ratings, and a queue. The engine stays healthy although no worker tells of it.
 */
export async function seedRuns({ ctx, sql }: Product, count: number): Promise<void> {
  const { input_name, inputs } = await insertPrompt(ctx.db);
  const engineSlots = slots.map((id, index) => ({ id, label: `GPU ${index}` }));
  await sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`
      insert into engines (name, reachable, slots, details, observed_at, heartbeat_at)
      values ('local', true, ${JSON.stringify(engineSlots)}::jsonb, '{}', now(), now() + interval '10 days')
      on conflict (name) do update
        set slots = excluded.slots, reachable = true, heartbeat_at = excluded.heartbeat_at`;
    await tx`update settings set paused = true, paused_by = 'bench', paused_at = now()`;
    await tx`
      insert into prompts (id, name, prompt_text, inputs, input_name, created_at)
      select 'p' || lpad(i::text, 11, '0'), 'Drive ' || i, 'A street in the rain, take ' || i || '.',
        ${JSON.stringify(inputs)}::jsonb, ${input_name}, now() - make_interval(mins => i)
      from generate_series(1, ${PROMPTS}) i`;
    // A notice for each of them would be a flood that no work causes.
    await tx`alter table runs disable trigger user`;
    await tx`
      insert into runs (id, prompt_id, model_type, status, execution_config, outputs, log_path, engine,
        slot, rating, attempt, exit_code, error_code, error_message, created_at, started_at, exited_at,
        completed_at, change_seq)
      select 'r' || lpad(i::text, 11, '0'), 'p' || lpad((1 + i % ${PROMPTS})::text, 11, '0'),
        case when i % 10 = 5 then 'enhance' when upscaled then 'upscale' else 'transfer' end, status,
        jsonb_build_object('model', 'reference', 'input_video', 'inputs/city/color.mp4', 'seed', i,
          'prompt_text', 'A street in the rain.', 'negative_prompt', '')
          || case when upscaled
            then jsonb_build_object('parent_run_id', 'r' || lpad((i - 1)::text, 11, '0')) else '{}' end,
        case when status = 'completed'
          then jsonb_build_object('output_path', 'runs/r' || lpad(i::text, 11, '0') || '/output.mp4')
          else '{}' end,
        'runs/r' || lpad(i::text, 11, '0') || '/run.log', 'local', ('{${tx.unsafe(slots.join(","))}}'::text[])[1 + i % 4],
        case when status = 'completed' and i % 3 = 0 then 1 + i % 5 end, 1,
        case when status = 'completed' then 0 end,
        case when status = 'failed' then 'exit' end,
        case when status = 'failed' then 'The program ended with exit code 1.' end,
        began - interval '20 seconds', began, began + lasted, began + lasted + interval '1 second',
        nextval('runs_change_seq')
      from (
        select i, i % 10 in (2, 7) as upscaled,
          case when i % 10 = 0 then 'completed' when i % 12 = 1 then 'failed' when i % 25 = 2
            then 'cancelled' else 'completed' end as status,
          now() - make_interval(secs => 300 + ((${count} - i) / 4) * ${RUN_EVERY_SECONDS}) as began,
          make_interval(secs => 60 + i * 37 % 70) as lasted
        from generate_series(1, ${count}) i
      ) made`;
    await tx`
      insert into runs (id, prompt_id, model_type, execution_config, log_path, created_at, change_seq)
      select 'q' || lpad(i::text, 11, '0'), 'p' || lpad(i::text, 11, '0'), 'transfer',
        '{"model": "reference", "prompt_text": "A street in the rain.", "negative_prompt": "",
          "input_video": "inputs/city/color.mp4"}',
        'runs/q' || lpad(i::text, 11, '0') || '/run.log', now() - make_interval(secs => i),
        nextval('runs_change_seq')
      from generate_series(1, ${PENDING}) i`;
    await tx`alter table runs enable trigger user`;
  });
  // As the database does by itself after a while.
  await sql`vacuum analyze`;
}
