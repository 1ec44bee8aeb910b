import { and, desc, gt, isNull, lt, or } from "drizzle-orm";
import type { Hold, HoldKind } from "@/domain/timeline/find-idle-causes";
import type { Span } from "@/domain/timeline/span";
import type { ServiceContext } from "../context";
import { holds } from "../db/schema";

const HOLDS_MAX = 5000;
const aboutEngines: readonly HoldKind[] = ["draining", "unreachable"];

/** What kept slots idle within a window, 5,000 of the latest. */
export async function listHolds(
  ctx: Pick<ServiceContext, "db">,
  { start, end }: Span,
): Promise<Hold[]> {
  const rows = await ctx.db
    .select()
    .from(holds)
    .where(
      and(
        lt(holds.started_at, new Date(end)),
        or(isNull(holds.ended_at), gt(holds.ended_at, new Date(start))),
      ),
    )
    .orderBy(desc(holds.started_at))
    .limit(HOLDS_MAX);
  return rows.map(({ kind, subject, reason, started_at, ended_at }) => ({
    kind,
    reason,
    engine: aboutEngines.includes(kind) ? subject : null,
    start: started_at.getTime(),
    end: ended_at?.getTime() ?? null,
  }));
}
