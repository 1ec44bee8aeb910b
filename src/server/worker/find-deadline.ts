import { and, eq, isNull } from "drizzle-orm";
import { getOperation, isModelType } from "@/domain/operations/registry";
import { runs } from "../db/schema";
import type { RunRow } from "../runs/run-record";
import { countFrames } from "./count-frames";
import { findModelOperation } from "./find-model-operation";
import type { WorkerContext } from "./worker-context";

/** For runs of a model that this version does not know. */
const UNKNOWN_SECONDS = 24 * 60 * 60;

type Place = Pick<WorkerContext, "db" | "env">;

/** When a running run exceeds its wall-clock limit; null for one that is not running. */
export async function findDeadline(worker: Place, run: RunRow): Promise<Date | null> {
  if (run.status !== "running" || !run.started_at) return null;
  return new Date(run.started_at.getTime() + (await findTimeLimit(worker, run)) * 1000);
}

/** The wall-clock limit of a running run, in seconds: settled when first asked for, then as it is. */
export async function findTimeLimit(worker: Place, run: RunRow): Promise<number> {
  if (run.time_limit_seconds !== null) return run.time_limit_seconds;
  const limit = await chooseLimit(worker, run);
  await worker.db
    .update(runs)
    .set({ time_limit_seconds: limit })
    .where(
      and(eq(runs.id, run.id), eq(runs.attempt, run.attempt), isNull(runs.time_limit_seconds)),
    );
  return limit;
}

async function chooseLimit(worker: Place, run: RunRow): Promise<number> {
  const operation = findModelOperation(run);
  if (operation) return Math.ceil(operation.timeLimitSeconds(await countFrames(worker, run)));
  return isModelType(run.model_type)
    ? getOperation(run.model_type).timeoutSeconds
    : UNKNOWN_SECONDS;
}
