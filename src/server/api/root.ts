import { activityRouter } from "./routers/activity";
import { enginesRouter } from "./routers/engines";
import { inputsRouter } from "./routers/inputs";
import { promptsRouter } from "./routers/prompts";
import { queueRouter } from "./routers/queue";
import { runsRouter } from "./routers/runs";
import { systemRouter } from "./routers/system";
import { viewsRouter } from "./routers/views";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  prompts: promptsRouter,
  inputs: inputsRouter,
  runs: runsRouter,
  activity: activityRouter,
  queue: queueRouter,
  engines: enginesRouter,
  system: systemRouter,
  views: viewsRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP: for tests. */
export const createCaller = createCallerFactory(appRouter);
