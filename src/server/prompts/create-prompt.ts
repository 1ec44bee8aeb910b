import { eq } from "drizzle-orm";
import { z } from "zod";
import { newId } from "@/domain/new-id";
import { promptName } from "@/domain/prompt-name";
import type { PromptRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { prompts } from "../db/schema";
import { refused } from "../errors";
import { getInput } from "../inputs/get-input";
import { type ImportedInput, importInput } from "../inputs/import-input";
import { inspectFolder } from "../inputs/inspect-folder";
import { readInput } from "../inputs/read-input";
import { cleanName, cleanNegativePrompt, cleanPromptText } from "./clean-text";
import { getPrompt } from "./get-prompt";

export const CreatePromptInput = z.strictObject({
  prompt_text: z.string(),
  /** Absolute path of a folder with `color.mp4`, on the server's machine; its videos are copied in. */
  input_dir: z.string().optional(),
  /** Or the name of a folder that `inputs.list` shows. */
  input_name: z.string().optional(),
  name: z.string().optional(),
  negative_prompt: z.string().optional(),
  /** The prompt that this one is a new version of; without an input of its own it takes that one's. */
  parent_prompt_id: z.string().optional(),
  dry_run: z.boolean().default(false),
});
export type CreatePromptInput = z.input<typeof CreatePromptInput>;

/**
 * Creates a prompt from a text and a folder of input videos.
 * @throws AppError `refused` (text, folder, videos) or `not_found` (input, parent); nothing is left behind
 */
export async function createPrompt(
  ctx: ServiceContext,
  input: CreatePromptInput,
): Promise<PromptRecord> {
  const prompt_text = cleanPromptText(input.prompt_text);
  const parent = input.parent_prompt_id ? await getPrompt(ctx, input.parent_prompt_id) : null;
  const values = {
    id: newId(),
    prompt_text,
    negative_prompt: cleanNegativePrompt(input.negative_prompt),
    name: input.name?.trim() ? cleanName(input.name) : promptName(prompt_text),
    parent_prompt_id: parent?.id ?? null,
  };
  const source = parent && keepsInput(input, parent) ? inputOf(parent) : null;
  if (input.dry_run) {
    return previewPrompt(values, source?.input.inputs ?? byKind(await findFiles(ctx, input)));
  }
  const taken = source ?? (await takeInput(ctx, input));
  try {
    await ctx.db.insert(prompts).values({ ...values, ...taken.input });
  } catch (error) {
    // What failed first is what the user must know.
    if (!source) await undoUnused(ctx, taken).catch(() => undefined);
    throw error;
  }
  if (!source) await assertStays(ctx, values.id, taken.input.input_name);
  return getPrompt(ctx, values.id);
}

function keepsInput({ input_dir, input_name }: CreatePromptInput, parent: PromptRecord): boolean {
  return !input_dir && (!input_name || input_name === parent.input_name);
}

/** The videos of the prompt that a version is made from, wherever they are. */
function inputOf({ input_name, inputs }: PromptRecord) {
  return { input: { input_name, inputs }, undo: async () => {} };
}

async function takeInput(ctx: ServiceContext, input: CreatePromptInput) {
  if (input.input_dir) return importInput(ctx.env.dataDir, input.input_dir);
  const { name, files } = await getInput(ctx, requiredName(input));
  return { input: { input_name: name, inputs: byKind(files) }, undo: async () => {} };
}

/** Another prompt may have come to use the same folder meanwhile. */
async function undoUnused(ctx: ServiceContext, taken: ImportedInput): Promise<void> {
  const { prompt_count } = await getInput(ctx, taken.input.input_name);
  if (prompt_count === 0) await taken.undo();
}

/**
 * A deletion looks for prompts once it has put the folder away: whichever of the two comes later sees
 * the other.
 */
async function assertStays(ctx: ServiceContext, id: string, input_name: string): Promise<void> {
  if (await readInput(ctx.env.dataDir, input_name)) return;
  await ctx.db.delete(prompts).where(eq(prompts.id, id));
  throw refused(`Input ${input_name} was deleted at this moment: choose another one.`);
}

async function findFiles(ctx: ServiceContext, input: CreatePromptInput) {
  if (!input.input_dir) return (await getInput(ctx, requiredName(input))).files;
  return inspectFolder(input.input_dir);
}

function requiredName(input: CreatePromptInput): string {
  if (input.input_name) return input.input_name;
  throw refused("input_dir is required: name a folder that holds color.mp4.");
}

function byKind(files: { kind: string; path: string }[]): PromptRecord["inputs"] {
  const inputs: Partial<PromptRecord["inputs"]> = Object.fromEntries(
    files.map(({ kind, path }) => [kind, path]),
  );
  if (!inputs.video) throw refused("The input folder has no color.mp4.");
  return { ...inputs, video: inputs.video };
}

type Values = Pick<
  PromptRecord,
  "id" | "name" | "prompt_text" | "negative_prompt" | "parent_prompt_id"
>;

function previewPrompt(values: Values, inputs: PromptRecord["inputs"]): PromptRecord {
  const now = new Date().toISOString();
  return {
    ...values,
    inputs,
    input_name: "",
    enhanced_by_run_id: null,
    run_count: 0,
    created_at: now,
    updated_at: now,
  };
}
