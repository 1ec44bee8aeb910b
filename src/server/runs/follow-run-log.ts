import { join } from "node:path";
import { eq } from "drizzle-orm";
import { isTerminal } from "@/domain/run-status";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";
import { followLog } from "../logs/follow-log";
import { getRun } from "./get-run";

interface FollowInput {
  id: string;
  offset: number;
  signal: AbortSignal | undefined;
}

/** A run's log from a byte offset until the run has ended. @throws AppError `not_found` */
export async function* followRunLog(ctx: ServiceContext, input: FollowInput) {
  const run = await getRun(ctx, input.id);
  yield* followLog({
    path: join(ctx.env.dataDir, run.log_path),
    offset: input.offset,
    signal: input.signal ?? new AbortController().signal,
    hasEnded: async () => {
      const [row] = await ctx.db
        .select({ status: runs.status })
        .from(runs)
        .where(eq(runs.id, run.id));
      return !row || isTerminal(row.status);
    },
  });
}
