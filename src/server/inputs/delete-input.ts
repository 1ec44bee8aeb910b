import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { asideName } from "@/domain/inputs/aside-name";
import { newId } from "@/domain/new-id";
import { measureFolder } from "@/media/measure-folder";
import type { ServiceContext } from "../context";
import { prompts } from "../db/schema";
import { notFound, refused } from "../errors";
import { isMissing } from "./disk-errors";
import { getInput } from "./get-input";

export const DeleteInputInput = z.strictObject({
  name: z.string(),
  dry_run: z.boolean().default(false),
});

/** What a deletion removes, or would remove. */
export interface InputDeletion {
  name: string;
  files: number;
  bytes: number;
  dry_run: boolean;
}

const NAMED = 5;

/**
 * Removes an input that no prompt uses. With `dry_run` it only says what would go.
 * @throws AppError `not_found`, or `refused` naming the prompts that use it
 */
export async function deleteInput(
  ctx: ServiceContext,
  { name, dry_run }: z.output<typeof DeleteInputInput>,
): Promise<InputDeletion> {
  const input = await getInput(ctx, name);
  await refuseUsed(ctx, input.name);
  const root = join(ctx.env.dataDir, "inputs");
  const measured = await measureFolder(join(root, input.name)).catch(gone(name));
  if (!dry_run) await remove(ctx, root, input.name);
  return { name: input.name, ...measured, dry_run };
}

/** A deletion that is cut off is taken back at the next start, until it is certain. */
async function remove(ctx: ServiceContext, root: string, name: string): Promise<void> {
  const id = newId();
  const aside = join(root, asideName(name, id));
  await rename(join(root, name), aside).catch(gone(name));
  try {
    // A prompt may have come to use it meanwhile.
    await refuseUsed(ctx, name);
  } catch (error) {
    await rename(aside, join(root, name));
    throw error;
  }
  const doomed = join(root, `.incoming-${id}`);
  await rename(aside, doomed);
  await rm(doomed, { recursive: true, force: true });
}

/** Someone else may delete it at the same moment. */
const gone = (name: string) => (error: unknown) => {
  throw isMissing(error) ? notFound("input folder", name) : error;
};

async function refuseUsed(ctx: ServiceContext, name: string): Promise<void> {
  const users = await ctx.db
    .select({ id: prompts.id, name: prompts.name })
    .from(prompts)
    .where(eq(prompts.input_name, name))
    .orderBy(desc(prompts.created_at));
  if (users.length === 0) return;
  const named = users.slice(0, NAMED).map((prompt) => `${prompt.name} (${prompt.id})`);
  const more = users.length > NAMED ? [`${users.length - NAMED} more`] : [];
  const list = [...named, ...more].join(", ");
  throw refused(`Input ${name} is used by prompts: ${list}. Delete them first.`);
}
