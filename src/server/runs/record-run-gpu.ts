import { and, eq } from "drizzle-orm";
import type { RunGpu } from "@/domain/gpu/gpu-state";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import type { RunRow } from "./run-record";

/** Stores what an attempt did to its GPUs; the receipt also when the run has ended. */
export async function recordRunGpu(
  db: Db,
  run: Pick<RunRow, "id" | "attempt">,
  gpu: RunGpu,
): Promise<void> {
  await db
    .update(runs)
    .set({ gpu })
    .where(and(eq(runs.id, run.id), eq(runs.attempt, run.attempt)));
}
