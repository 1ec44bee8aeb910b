import { tracked } from "@trpc/server";
import { z } from "zod";
import { getActivity } from "../../activity/get-activity";
import { readTimeline, TimelineInput } from "../../activity/read-timeline";
import { requestPoll } from "../../activity/request-poll";
import { watchActivity } from "../../activity/watch-activity";
import { RunFilter } from "../../runs/run-query";
import { procedure, router } from "../trpc";

const WatchInput = z.strictObject({
  /** Only this run's changes. */
  run_id: z.string().optional(),
  /** A cursor from `activity.get`, or the id of the last event seen. */
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/)
    .nullish(),
});

export const activityRouter = router({
  get: procedure.input(RunFilter.prefault({})).query(({ ctx, input }) => getActivity(ctx, input)),
  /** Bars and idle time of every slot within a window of time. */
  timeline: procedure.input(TimelineInput).query(({ ctx, input }) => readTimeline(ctx, input)),
  poll: procedure.mutation(({ ctx }) => requestPoll(ctx)),
  /** All changes from a cursor on; each event's id is the cursor after it. */
  watch: procedure.input(WatchInput.prefault({})).subscription(async function* ({
    ctx,
    input,
    signal,
  }) {
    const events = watchActivity(ctx, {
      feed: ctx.feed,
      after: input.lastEventId ? Number(input.lastEventId) : null,
      runId: input.run_id,
      signal: signal ?? new AbortController().signal,
    });
    for await (const { cursor, ...event } of events) yield tracked(String(cursor), event);
  }),
});
