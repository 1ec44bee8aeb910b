import type { BulkAction } from "@/domain/bulk/bulk-action";
import type { ServiceContext } from "../context";
import { createRun } from "./create-run";
import { deleteRun } from "./delete-run";
import { rateRun } from "./rate-run";
import { requestCancel } from "./request-cancel";
import { retryRun } from "./retry-run";

type Deed = (ctx: ServiceContext, id: string, rating: number | null) => Promise<string | null>;

/** How each action is done to one run; tells the id of the run that it made, if any. */
export const bulkDeeds: Record<BulkAction, Deed> = {
  cancel: async (ctx, id) => {
    await requestCancel(ctx, { id });
    return null;
  },
  retry: async (ctx, id) => (await retryRun(ctx, { id })).id,
  upscale: async (ctx, id) => {
    const run = { model_type: "upscale", execution_config: { parent_run_id: id } };
    return (await createRun(ctx, run)).id;
  },
  rate: async (ctx, id, rating) => {
    await rateRun(ctx, { id, rating });
    return null;
  },
  delete: async (ctx, id) => {
    await deleteRun(ctx, { id });
    return null;
  },
};
