import { eq } from "drizzle-orm";
import { z } from "zod";
import type { PromptRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { prompts } from "../db/schema";
import { cleanName, cleanNegativePrompt, cleanPromptText } from "./clean-text";
import { getPrompt } from "./get-prompt";

export const UpdatePromptInput = z.strictObject({
  id: z.string(),
  name: z.string().optional(),
  prompt_text: z.string().optional(),
  negative_prompt: z.string().optional(),
});
export type UpdatePromptInput = z.infer<typeof UpdatePromptInput>;

/**
 * Changes a prompt's texts. Runs keep the text they were created with.
 * @throws AppError `not_found` or `refused`
 */
export async function updatePrompt(
  ctx: ServiceContext,
  input: UpdatePromptInput,
): Promise<PromptRecord> {
  const { id } = await getPrompt(ctx, input.id);
  const { name, prompt_text, negative_prompt } = input;
  await ctx.db
    .update(prompts)
    .set({
      updated_at: new Date(),
      ...(name !== undefined && { name: cleanName(name) }),
      ...(prompt_text !== undefined && { prompt_text: cleanPromptText(prompt_text) }),
      ...(negative_prompt !== undefined && {
        negative_prompt: cleanNegativePrompt(negative_prompt),
      }),
    })
    .where(eq(prompts.id, id));
  return getPrompt(ctx, id);
}
