import { eq } from "drizzle-orm";
import type { RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";
import { notFound } from "../errors";
import { findRuns } from "./find-runs";
import { resolveRunId } from "./resolve-run-id";

/** One run by its id or a unique prefix of it. @throws AppError `not_found` */
export async function getRun(ctx: Pick<ServiceContext, "db">, id: string): Promise<RunRecord> {
  const full = await resolveRunId(ctx.db, id);
  const [run] = await findRuns(ctx.db, eq(runs.id, full), { curves: true });
  if (!run) throw notFound("run", id);
  return run;
}
