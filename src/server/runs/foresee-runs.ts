import { count, eq } from "drizzle-orm";
import { z } from "zod";
import type { Foresight, RunForesight } from "@/domain/foresight";
import type { PlannedRun } from "@/domain/forecast";
import type { RunRecord } from "@/domain/records";
import { getQueueState } from "../activity/get-queue";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";
import { AppError } from "../errors";
import { getPrompt } from "../prompts/get-prompt";
import { type CreatedRun, createRun } from "./create-run";
import { findUsualSeconds } from "./find-usual-seconds";

const PROMPTS_MAX = 100;

export const ForeseeRunsInput = z.strictObject({
  model_type: z.string(),
  execution_config: z.record(z.string(), z.unknown()).default({}),
  /** Each would get a run of its own. */
  prompt_ids: z.array(z.string()).max(PROMPTS_MAX),
  /** Operations that continue each run as soon as it has completed. */
  then: z.array(z.string()).max(10).default([]),
});
export type ForeseeRunsInput = z.input<typeof ForeseeRunsInput>;

/** What would come of starting the same operation for each of these prompts. Makes nothing. */
export async function foreseeRuns(
  ctx: ServiceContext,
  given: ForeseeRunsInput,
): Promise<Foresight> {
  const input = ForeseeRunsInput.parse(given);
  const [queue, [waiting]] = await Promise.all([
    getQueueState(ctx),
    ctx.db.select({ total: count() }).from(runs).where(eq(runs.status, "pending")),
  ]);
  const foreseen: RunForesight[] = [];
  for (const id of input.prompt_ids) foreseen.push(await foresee(ctx, input, id));
  return { runs: foreseen, waiting: waiting?.total ?? 0, paused: queue.paused };
}

async function foresee(
  ctx: ServiceContext,
  input: z.infer<typeof ForeseeRunsInput>,
  prompt_id: string,
): Promise<RunForesight> {
  const asked = {
    model_type: input.model_type,
    execution_config: input.execution_config,
    children: input.then.map((model_type) => ({ model_type })),
    dry_run: true,
  };
  const nothing = { forecast: null, run_count: 0, usual_seconds: null };
  let name = prompt_id;
  try {
    name = (await getPrompt(ctx, prompt_id)).name;
    const run = await createRun(ctx, { ...asked, prompt_id });
    const all = [run, ...(run.children ?? [])];
    const seconds = await Promise.all(all.map((each) => usualOf(ctx, each)));
    return {
      prompt_id,
      prompt_name: name,
      refusal: null,
      forecast: run.forecast ?? null,
      run_count: all.length,
      usual_seconds: addKnown(seconds),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { prompt_id, prompt_name: name, refusal: plain(error.message), ...nothing };
  }
}

function usualOf(ctx: ServiceContext, run: CreatedRun | RunRecord | PlannedRun) {
  const frames = "forecast" in run ? (run.forecast?.output.frames ?? null) : null;
  return findUsualSeconds(ctx.db, run, frames);
}

function addKnown(seconds: readonly (number | null)[]): number | null {
  let total = 0;
  for (const each of seconds) {
    if (each === null) return null;
    total += each;
  }
  return total;
}

/** A form knows its settings without the name of the record that they go into. */
const plain = (message: string) => message.replace("execution_config.", "");
