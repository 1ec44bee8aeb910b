import { getQueue } from "../../activity/get-queue";
import { pauseQueue, resumeQueue } from "../../activity/switch-queue";
import { Nothing, procedure, router } from "../trpc";

export const queueRouter = router({
  get: procedure.query(({ ctx }) => getQueue(ctx)),
  pause: procedure.input(Nothing).mutation(({ ctx }) => pauseQueue(ctx)),
  resume: procedure.input(Nothing).mutation(({ ctx }) => resumeQueue(ctx)),
});
