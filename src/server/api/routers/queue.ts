import { getQueue, getQueueState } from "../../activity/get-queue";
import { pauseQueue, resumeQueue } from "../../activity/switch-queue";
import { procedure, router } from "../trpc";

export const queueRouter = router({
  get: procedure.query(({ ctx }) => getQueue(ctx)),
  /** The switch alone, without the waiting runs. */
  state: procedure.query(({ ctx }) => getQueueState(ctx)),
  pause: procedure.mutation(({ ctx }) => pauseQueue(ctx)),
  resume: procedure.mutation(({ ctx }) => resumeQueue(ctx)),
});
