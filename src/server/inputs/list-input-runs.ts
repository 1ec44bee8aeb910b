import { count, desc, eq } from "drizzle-orm";
import type { RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { prompts, runs } from "../db/schema";
import { findRuns } from "../runs/find-runs";

const SHOWN = 12;

/** The newest runs that use an input, and how many there are in all. */
export async function listInputRuns(
  ctx: Pick<ServiceContext, "db">,
  name: string,
): Promise<{ items: RunRecord[]; total: number }> {
  const mine = eq(prompts.input_name, name);
  const [items, counted] = await Promise.all([
    findRuns(ctx.db, mine, { orderBy: [desc(runs.created_at), desc(runs.id)], limit: SHOWN }),
    ctx.db
      .select({ total: count() })
      .from(runs)
      .innerJoin(prompts, eq(prompts.id, runs.prompt_id))
      .where(mine),
  ]);
  return { items, total: counted[0]?.total ?? 0 };
}
