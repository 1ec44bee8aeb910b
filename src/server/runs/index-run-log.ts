import { join } from "node:path";
import { z } from "zod";
import type { LogPlace } from "@/domain/log/log-place";
import type { ServiceContext } from "../context";
import { indexLog } from "../logs/index-log";
import { getRun } from "./get-run";

export const IndexRunLogInput = z.strictObject({
  id: z.string(),
  /** A place of an earlier answer: only what follows is looked at. */
  from: z
    .strictObject({ byte: z.int().min(0), line: z.int().min(0) })
    .default({ byte: 0, line: 0 }),
});
type IndexRunLogInput = z.infer<typeof IndexRunLogInput> & { signal: AbortSignal | undefined };

/** Places in a run's log where lines begin, see `indexLog`. @throws AppError `not_found` */
export async function indexRunLog(
  ctx: ServiceContext,
  { id, from, signal }: IndexRunLogInput,
): Promise<LogPlace[]> {
  const run = await getRun(ctx, id);
  return indexLog(join(ctx.env.dataDir, run.log_path), { from, signal });
}
