import { z } from "zod";
import { CreatePromptInput, createPrompt } from "../../prompts/create-prompt";
import { deletePrompt } from "../../prompts/delete-prompt";
import { getPrompt } from "../../prompts/get-prompt";
import { ListPromptsInput, listPrompts } from "../../prompts/list-prompts";
import { previewOverwrite } from "../../prompts/preview-overwrite";
import { UpdatePromptInput, updatePrompt } from "../../prompts/update-prompt";
import { procedure, router } from "../trpc";

const Id = z.strictObject({ id: z.string() });
const Deletion = Id.extend({ dry_run: z.boolean().optional() });

export const promptsRouter = router({
  create: procedure.input(CreatePromptInput).mutation(({ ctx, input }) => createPrompt(ctx, input)),
  get: procedure.input(Id).query(({ ctx, input }) => getPrompt(ctx, input.id)),
  list: procedure
    .input(ListPromptsInput.prefault({}))
    .query(({ ctx, input }) => listPrompts(ctx, input)),
  preview_overwrite: procedure.input(Id).query(({ ctx, input }) => previewOverwrite(ctx, input.id)),
  update: procedure.input(UpdatePromptInput).mutation(({ ctx, input }) => updatePrompt(ctx, input)),
  delete: procedure.input(Deletion).mutation(({ ctx, input }) => deletePrompt(ctx, input)),
});
