import { z } from "zod";
import { deleteView } from "../../views/delete-view";
import { listViews } from "../../views/list-views";
import { RenameViewInput, renameView } from "../../views/rename-view";
import { SaveViewInput, saveView } from "../../views/save-view";
import { procedure, router } from "../trpc";

/** Filters of the list of runs, kept by name for everyone. */
export const viewsRouter = router({
  list: procedure.query(({ ctx }) => listViews(ctx)),
  save: procedure.input(SaveViewInput).mutation(({ ctx, input }) => saveView(ctx, input)),
  rename: procedure.input(RenameViewInput).mutation(({ ctx, input }) => renameView(ctx, input)),
  delete: procedure
    .input(z.strictObject({ id: z.string() }))
    .mutation(({ ctx, input }) => deleteView(ctx, input)),
});
