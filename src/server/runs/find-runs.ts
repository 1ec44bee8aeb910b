import { eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { RunRecord } from "@/domain/records";
import type { Db } from "../db/open-database";
import { prompts, runs } from "../db/schema";
import { toRunRecord } from "./run-record";

const parents = alias(runs, "parent");

interface Options {
  orderBy?: SQL[];
  limit?: number;
  /** With the curves of their GPUs, 8 kB each. */
  curves?: boolean;
}

/** Records of the runs that meet a condition, with the names of their prompts. */
export async function findRuns(
  db: Db,
  where: SQL | undefined,
  options: Options = {},
): Promise<RunRecord[]> {
  const query = db
    .select({ run: runs, promptName: prompts.name, parentConfig: parents.execution_config })
    .from(runs)
    .innerJoin(prompts, eq(prompts.id, runs.prompt_id))
    .leftJoin(parents, eq(parents.id, runs.parent_run_id))
    .where(where)
    .orderBy(...(options.orderBy ?? []))
    .$dynamic();
  const rows = await (options.limit ? query.limit(options.limit) : query);
  return rows.map(({ run: { gpu, ...run }, ...relatives }) => {
    const shown = options.curves ? gpu : gpu && { ...gpu, samples: [] };
    return toRunRecord({ ...run, gpu: shown }, relatives);
  });
}
