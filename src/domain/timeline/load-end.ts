import type { TimelineBar } from "./timeline-record";

/**
 * Until when a run brought its model onto the GPU: within the bar, whose end is `end`. A run that goes on
 * and has not begun to compute still loads; of one that has ended without ever computing nothing is said.
 */
export function loadEnd(bar: TimelineBar, end: number): number {
  const until = bar.computes_at ?? (bar.end === null ? end : bar.start);
  return Math.min(end, Math.max(bar.start, until));
}
