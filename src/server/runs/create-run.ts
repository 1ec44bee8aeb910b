import { z } from "zod";
import { storableText } from "@/domain/storable-text";
import { newId } from "@/domain/new-id";
import type { Forecast, PlannedRun, VideoShape } from "@/domain/forecast";
import type { ModelOperation } from "@/domain/models/define-model";
import {
  getOperation,
  isModelType,
  type ModelType,
  modelTypes,
} from "@/domain/operations/registry";
import type { PromptRecord, RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { refused } from "../errors";
import { getPrompt } from "../prompts/get-prompt";
import { findParent } from "./find-parent";
import { insertRuns, type NewRun } from "./insert-runs";
import { parseConfig } from "./parse-config";
import { readInputShape } from "./read-input-shape";

const ChildInput = z.strictObject({
  model_type: z.string(),
  execution_config: z.record(z.string(), z.unknown()).default({}),
});

export const CreateRunInput = ChildInput.extend({
  prompt_id: z.string().optional(),
  priority: z.int().min(-1000).max(1000).default(0),
  /** Creating again with the same key returns the run that exists. */
  idempotency_key: z.string().min(1).max(200).transform(storableText).optional(),
  /** Runs that continue this one as soon as it has completed; made together or not at all. */
  children: z.array(ChildInput).max(10).default([]),
  /** Checks everything, returns the record as it would be, and creates nothing. */
  dry_run: z.boolean().default(false),
});
export type CreateRunInput = z.input<typeof CreateRunInput>;

type FindPrompt = (id: string) => Promise<PromptRecord>;

export type CreatedRun = RunRecord & {
  children?: (RunRecord | PlannedRun)[];
  /** What will come of it; only in a dry run. */
  forecast?: Forecast | null;
};

/**
 * Creates a pending run, and with it the children that continue it. `findPrompt` can tell of prompts
 * that were read before.
 * @throws AppError `not_found` (prompt, parent) or `refused` (settings, parent not fit)
 */
export async function createRun(
  ctx: ServiceContext,
  given: CreateRunInput,
  findPrompt: FindPrompt = (id) => getPrompt(ctx, id),
): Promise<CreatedRun> {
  const input = CreateRunInput.parse(given);
  const type = knownType(input.model_type);
  const { config, modelOperation } = parseConfig(type, input.execution_config, ctx.env);
  const parent = config.parent_run_id
    ? await findParent(ctx, type, String(config.parent_run_id))
    : undefined;
  const prompt = await promptOf(findPrompt, input.prompt_id, parent);
  const media = await readInputShape(ctx, { prompt, parent });
  const forecast = foresee(modelOperation, { config, media });
  const lineage =
    parent?.id ??
    (getOperation(type).parents.includes("enhance") ? prompt.enhanced_by_run_id : null);
  const run: NewRun = {
    id: newId(),
    model_type: type,
    prompt_id: prompt.id,
    priority: input.priority,
    idempotency_key: input.idempotency_key ?? null,
    execution_config: {
      ...config,
      ...(lineage && { parent_run_id: lineage }),
      prompt_text: prompt.prompt_text,
      negative_prompt: prompt.negative_prompt,
      input_video: parent?.outputs.output_path ?? prompt.inputs.video,
    },
  };
  const plans = input.children.map((child) =>
    childOf(ctx, run, { ...child, producer: modelOperation, media: forecast?.output ?? null }),
  );
  const children = plans.map((plan) => plan.run);
  const created = await insertRuns(ctx, { run, children, prompt, dryRun: input.dry_run });
  if (!input.dry_run) return created;
  const planned = created.children?.map((child, index) => ({
    ...child,
    forecast: plans[index]?.forecast ?? null,
  }));
  return { ...created, forecast, ...(planned && { children: planned }) };
}

/**
 * What will come of an input; null when nothing is known of it.
 * @throws AppError `refused` when the model says that it can't be
 */
function foresee(
  operation: ModelOperation,
  job: { config: Record<string, unknown>; media: VideoShape | null },
): Forecast | null {
  const problem = operation.check?.(job);
  if (problem) throw refused(problem);
  const output = job.media && operation.outputSize?.(job.media, job.config);
  return job.media && output ? { input: job.media, output } : null;
}

function knownType(type: string): ModelType {
  if (isModelType(type)) return type;
  throw refused(
    `model_type ${JSON.stringify(type)} is not known; choose one of: ${modelTypes.join(", ")}.`,
  );
}

async function promptOf(
  findPrompt: FindPrompt,
  promptId: string | undefined,
  parent: RunRecord | undefined,
): Promise<PromptRecord> {
  // What a parent made of its prompt is what its child is about.
  const own = parent && String(parent.outputs.enhanced_prompt_id ?? parent.prompt_id);
  const id = promptId ?? own;
  if (!id) throw refused("prompt_id is required: say which prompt the run belongs to.");
  const prompt = await findPrompt(id);
  if (parent && ![own, parent.prompt_id].includes(prompt.id)) {
    throw refused(
      `Run ${parent.id} belongs to prompt ${own}, not to ${prompt.id}: leave prompt_id out.`,
    );
  }
  return prompt;
}

interface Child {
  model_type: string;
  execution_config: Record<string, unknown>;
  producer: ModelOperation;
  /** What its parent's video will measure. */
  media: VideoShape | null;
}

interface ChildPlan {
  run: NewRun;
  forecast: Forecast | null;
}

function childOf(ctx: ServiceContext, run: NewRun, child: Child): ChildPlan {
  const type = knownType(child.model_type);
  if (!getOperation(type).parents.includes(run.model_type)) {
    throw refused(`A ${type} run cannot continue a ${run.model_type} run.`);
  }
  const given = { ...child.execution_config, parent_run_id: run.id };
  const { config, modelOperation } = parseConfig(type, given, ctx.env);
  const planned: NewRun = {
    ...run,
    id: newId(),
    model_type: type,
    idempotency_key: null,
    execution_config: {
      ...config,
      prompt_text: run.execution_config.prompt_text,
      negative_prompt: run.execution_config.negative_prompt,
      input_video: `runs/${run.id}/out/${child.producer.produces.video ?? ""}`,
    },
  };
  return { run: planned, forecast: foresee(modelOperation, { config, media: child.media }) };
}
