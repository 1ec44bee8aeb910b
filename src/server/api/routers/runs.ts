import { tracked } from "@trpc/server";
import { z } from "zod";
import { ActOnManyInput, actOnMany } from "../../runs/act-on-many";
import { CreateRunInput, createRun } from "../../runs/create-run";
import { deleteRun } from "../../runs/delete-run";
import { ForeseeRunsInput, foreseeRuns } from "../../runs/foresee-runs";
import { followRunLog } from "../../runs/follow-run-log";
import { getLineage } from "../../runs/get-lineage";
import { getRun } from "../../runs/get-run";
import { giveUpRun } from "../../runs/give-up-run";
import { listRunEvents } from "../../runs/list-run-events";
import { IndexRunLogInput, indexRunLog } from "../../runs/index-run-log";
import { ListRunsInput, listRuns } from "../../runs/list-runs";
import { RateRunInput, rateRun } from "../../runs/rate-run";
import { requestCancel } from "../../runs/request-cancel";
import { retryRun } from "../../runs/retry-run";
import { procedure, router } from "../trpc";

const Id = z.strictObject({ id: z.string() });
const DryRun = Id.extend({ dry_run: z.boolean().optional() });
const LogInput = Id.extend({
  /** Byte offset to begin at when nothing was read yet. */
  offset: z.int().min(0).default(0),
  /** The id of the last event seen: the byte offset after it. Set by the client on reconnecting. */
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/)
    .nullish(),
});

export const runsRouter = router({
  create: procedure.input(CreateRunInput).mutation(({ ctx, input }) => createRun(ctx, input)),
  /** What would come of starting an operation for each of some prompts. */
  foresee: procedure.input(ForeseeRunsInput).query(({ ctx, input }) => foreseeRuns(ctx, input)),
  get: procedure.input(Id).query(({ ctx, input }) => getRun(ctx, input.id)),
  list: procedure.input(ListRunsInput.prefault({})).query(({ ctx, input }) => listRuns(ctx, input)),
  cancel: procedure.input(Id).mutation(({ ctx, input }) => requestCancel(ctx, input)),
  /** Rates a completed run's result from 1 to 5, or takes the rating back. */
  rate: procedure.input(RateRunInput).mutation(({ ctx, input }) => rateRun(ctx, input)),
  /** Ends, as failed, a running run whose engine is lost. */
  give_up: procedure.input(Id).mutation(({ ctx, input }) => giveUpRun(ctx, input)),
  retry: procedure.input(DryRun).mutation(({ ctx, input }) => retryRun(ctx, input)),
  delete: procedure.input(DryRun).mutation(({ ctx, input }) => deleteRun(ctx, input)),
  /** One action on many runs, chosen by a filter or by ids; with `dry_run` it only says what it would do. */
  bulk: procedure.input(ActOnManyInput).mutation(({ ctx, input }) => actOnMany(ctx, input)),
  lineage: procedure.input(Id).query(({ ctx, input }) => getLineage(ctx, input.id)),
  events: procedure.input(Id).query(({ ctx, input }) => listRunEvents(ctx, input.id)),
  /** Places in the run's log where lines begin, for reading parts of it by byte range. */
  log_index: procedure
    .input(IndexRunLogInput)
    .query(({ ctx, input, signal }) => indexRunLog(ctx, { ...input, signal })),
  /** The run's log as it is written, from a byte offset; each event's id is the offset after it. */
  log: procedure.input(LogInput).subscription(async function* ({ ctx, input, signal }) {
    const offset = input.lastEventId ? Number(input.lastEventId) : input.offset;
    const pieces = followRunLog(ctx, { id: input.id, offset, signal });
    for await (const { offset_after, ...piece } of pieces) {
      yield tracked(String(offset_after), piece);
    }
  }),
});
