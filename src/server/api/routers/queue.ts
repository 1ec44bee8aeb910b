import { getQueue } from "../../activity/get-queue";
import { pauseQueue, resumeQueue } from "../../activity/switch-queue";
import { procedure, router } from "../trpc";

export const queueRouter = router({
  get: procedure.query(({ ctx }) => getQueue(ctx)),
  pause: procedure.mutation(({ ctx }) => pauseQueue(ctx)),
  resume: procedure.mutation(({ ctx }) => resumeQueue(ctx)),
});
