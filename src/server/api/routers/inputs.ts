import { z } from "zod";
import { uploadIdPattern } from "@/domain/inputs/upload";
import { CreateInputInput, createInput } from "../../inputs/create-input";
import { DeleteInputInput, deleteInput } from "../../inputs/delete-input";
import { getInput } from "../../inputs/get-input";
import { readImportProgress } from "../../inputs/import-progress";
import { listInputs } from "../../inputs/list-inputs";
import { procedure, router } from "../trpc";

export const inputsRouter = router({
  list: procedure.query(({ ctx }) => listInputs(ctx)),
  get: procedure
    .input(z.strictObject({ name: z.string() }))
    .query(({ ctx, input }) => getInput(ctx, input.name)),
  create: procedure.input(CreateInputInput).mutation(({ ctx, input }) => createInput(ctx, input)),
  progress: procedure
    .input(z.strictObject({ import_id: z.string().regex(uploadIdPattern) }))
    .query(({ ctx, input }) => readImportProgress(ctx.env.dataDir, input.import_id)),
  delete: procedure.input(DeleteInputInput).mutation(({ ctx, input }) => deleteInput(ctx, input)),
});
