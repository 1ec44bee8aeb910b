import { z } from "zod";
import { drainEngine, undrainEngine } from "../../activity/drain-engine";
import { listEngines } from "../../activity/list-engines";
import { procedure, router } from "../trpc";

const EngineName = z.strictObject({ name: z.string() });

export const enginesRouter = router({
  list: procedure.query(({ ctx }) => listEngines(ctx)),
  drain: procedure.input(EngineName).mutation(({ ctx, input }) => drainEngine(ctx, input)),
  undrain: procedure.input(EngineName).mutation(({ ctx, input }) => undrainEngine(ctx, input)),
});
