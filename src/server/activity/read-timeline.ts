import { z } from "zod";
import { findIdleCauses } from "@/domain/timeline/find-idle-causes";
import { layOutLanes } from "@/domain/timeline/lay-out-lanes";
import type { TimelineRecord } from "@/domain/timeline/timeline-record";
import type { ServiceContext } from "../context";
import { listEngines } from "./list-engines";
import { listHolds } from "./list-holds";
import { listTimelineRuns } from "./list-timeline-runs";

const DAYS_MAX = 100;
const RUNS_MAX = 10_000;

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

export const TimelineInput = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from < to, "The end of the window must come after its beginning.")
  .refine(({ from, to }) => to - from <= DAYS_MAX * 86_400_000, {
    message: `A window may be ${DAYS_MAX} days long at most.`,
  });
export type TimelineInput = z.infer<typeof TimelineInput>;

/** What ran on every slot within a window of time, and why nothing did: at most 10,000 runs, the latest. */
export async function readTimeline(
  ctx: Pick<ServiceContext, "db">,
  { from, to }: TimelineInput,
): Promise<TimelineRecord> {
  const span = { start: from, end: to };
  const [runs, engines, holds] = await Promise.all([
    listTimelineRuns(ctx, span, RUNS_MAX + 1),
    listEngines(ctx),
    listHolds(ctx, span),
  ]);
  const now = Date.now();
  const left_out = runs.length > RUNS_MAX ? runs.pop() : undefined;
  const cut_at = left_out ? (left_out.started_at ?? left_out.created_at) : null;
  const causes = findIdleCauses({
    runs,
    holds,
    engines: engines.map(({ name, health, observed_at }) => ({
      name,
      healthy: health === "healthy",
      observed_at: observed_at === null ? null : Date.parse(observed_at),
    })),
    now,
  });
  const slots = engines.flatMap(({ name, slots }) =>
    slots.map(({ id, label }) => ({ engine: name, slot: id, label })),
  );
  const known = { start: cut_at ?? from, end: Math.min(to, now) };
  return { ...span, now, lanes: layOutLanes({ runs, slots, causes, known }), cut_at };
}
