import { z } from "zod";
import { getInput } from "../../inputs/get-input";
import { listInputs } from "../../inputs/list-inputs";
import { procedure, router } from "../trpc";

export const inputsRouter = router({
  list: procedure.query(({ ctx }) => listInputs(ctx)),
  get: procedure
    .input(z.strictObject({ name: z.string() }))
    .query(({ ctx, input }) => getInput(ctx, input.name)),
});
