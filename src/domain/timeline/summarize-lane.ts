import type { RunStatus } from "../run-status";
import type { Span } from "./span";
import type { TimelineLane } from "./timeline-record";

export interface LaneSummary {
  /** Part of the span in which a run had the slot, 0..1. */
  busy: number;
  /** How many runs, by how they stand now. */
  runs: Partial<Record<RunStatus, number>>;
  /** Idle milliseconds of each reason, the longest first. */
  idle: { reason: string; ms: number }[];
}

/** A lane in figures, for those who can't see it drawn. */
export function summarizeLane(lane: TimelineLane, within: Span, now: number): LaneSummary {
  const overlap = (start: number, end: number) =>
    Math.max(0, Math.min(end, within.end) - Math.max(start, within.start));
  const runs: LaneSummary["runs"] = {};
  let busyMs = 0;
  for (const bar of lane.bars) {
    runs[bar.status] = (runs[bar.status] ?? 0) + 1;
    busyMs += overlap(bar.start, bar.end ?? now);
  }
  const idle = new Map<string, number>();
  for (const { reason, start, end } of lane.gaps) {
    idle.set(reason, (idle.get(reason) ?? 0) + overlap(start, end));
  }
  return {
    busy: Math.min(1, busyMs / Math.max(1, within.end - within.start)),
    runs,
    idle: [...idle]
      .map(([reason, ms]) => ({ reason, ms }))
      .filter(({ ms }) => ms > 0)
      .sort((a, b) => b.ms - a.ms),
  };
}
