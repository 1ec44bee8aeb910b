import { count, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { PlannedRun } from "@/domain/forecast";
import type { Foresight, RunForesight } from "@/domain/foresight";
import type { PromptRecord, RunRecord } from "@/domain/records";
import { usualSeconds } from "@/domain/usual-seconds";
import { getQueueState } from "../activity/get-queue";
import type { ServiceContext } from "../context";
import { prompts, runs } from "../db/schema";
import { AppError } from "../errors";
import { findPrompts } from "../prompts/find-prompts";
import { getPrompt } from "../prompts/get-prompt";
import { type CreatedRun, createRun } from "./create-run";
import { rememberLikeRuns } from "./find-like-runs";

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
  const known = await readPrompts(ctx, input.prompt_ids);
  const tools: Tools = {
    findPrompt: async (id) => known.get(id) ?? getPrompt(ctx, id),
    findLikeRuns: rememberLikeRuns(ctx.db),
  };
  const foreseen: RunForesight[] = [];
  for (const id of input.prompt_ids) foreseen.push(await foresee({ ctx, ...tools }, input, id));
  return { runs: foreseen, waiting: waiting?.total ?? 0, paused: queue.paused };
}

/** What is read once for all prompts. */
interface Tools {
  findPrompt: (id: string) => Promise<PromptRecord>;
  findLikeRuns: ReturnType<typeof rememberLikeRuns>;
}

async function readPrompts(ctx: ServiceContext, ids: string[]) {
  const found = await findPrompts(ctx.db, inArray(prompts.id, ids));
  return new Map(found.map((prompt) => [prompt.id, prompt]));
}

async function foresee(
  { ctx, findPrompt, findLikeRuns }: Tools & { ctx: ServiceContext },
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
    name = (await findPrompt(prompt_id)).name;
    const run = await createRun(ctx, { ...asked, prompt_id }, findPrompt);
    const all = [run, ...(run.children ?? [])];
    const like = await Promise.all(all.map(findLikeRuns));
    const seconds = all.map((each, index) => usualSeconds(like[index] ?? [], framesOf(each)));
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

function framesOf(run: CreatedRun | RunRecord | PlannedRun): number | null {
  return "forecast" in run ? (run.forecast?.output.frames ?? null) : null;
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
