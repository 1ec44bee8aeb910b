import { count } from "drizzle-orm";
import { isModelType, modelTypes } from "@/domain/operations/registry";
import type { ActivityRecord } from "@/domain/records";
import { runStatuses } from "@/domain/run-status";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";

type Counts = ActivityRecord["counts"];

/** How many runs there are of each type in each status. */
export async function countRuns(ctx: Pick<ServiceContext, "db">): Promise<Counts> {
  const zeros = () => Object.fromEntries(runStatuses.map((status) => [status, 0]));
  const counts = Object.fromEntries(modelTypes.map((type) => [type, zeros()])) as Counts;
  const rows = await ctx.db
    .select({ type: runs.model_type, status: runs.status, total: count() })
    .from(runs)
    .groupBy(runs.model_type, runs.status);
  for (const { type, status, total } of rows) {
    if (isModelType(type)) counts[type][status] = total;
  }
  return counts;
}
