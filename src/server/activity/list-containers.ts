import { asc, eq, sql } from "drizzle-orm";
import type { ObservedContainer } from "@/domain/records";
import type { ServiceContext } from "../context";
import { observations, runs } from "../db/schema";

/** The containers as the worker last saw them, each matched with its run by label. */
export async function listContainers(
  ctx: Pick<ServiceContext, "db">,
): Promise<ObservedContainer[]> {
  const rows = await ctx.db
    .select({ seen: observations, known: sql<boolean>`${runs.id} is not null` })
    .from(observations)
    .leftJoin(runs, eq(runs.id, observations.run_id))
    .orderBy(asc(observations.engine), asc(observations.container_name));
  return rows.map(({ seen, known }) => ({
    ...seen,
    started_at: seen.started_at?.toISOString() ?? null,
    observed_at: seen.observed_at.toISOString(),
    orphan: !known,
  }));
}
