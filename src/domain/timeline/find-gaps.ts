import type { IdleCause } from "./find-idle-causes";
import type { Span } from "./span";
import { splitSpans } from "./split-spans";
import type { TimelineBar, TimelineGap } from "./timeline-record";

/** From one run to the next takes a moment, which is no idle time worth a word unless it goes on. */
const GAP_MIN_MS = 1000;

/**
 * The idle time of a lane within a span, cut where its reason changes. `bars` are in order of their
 * beginning; `causes` are those of the lane's engine, the weightiest first.
 */
export function findGaps(
  bars: readonly TimelineBar[],
  within: Span,
  causes: readonly IdleCause[],
): TimelineGap[] {
  const gaps: TimelineGap[] = [];
  let open = idleSpans(bars, within);
  for (const { reason, spans } of causes) {
    const { inside, outside } = splitSpans(open, spans);
    gaps.push(...inside.map((span) => ({ ...span, reason })));
    open = outside;
  }
  gaps.push(...open.map((span) => ({ ...span, reason: "Queue empty" })));
  return gaps.filter((gap) => isLong(gap, within)).sort((a, b) => a.start - b.start);
}

function idleSpans(bars: readonly TimelineBar[], within: Span): Span[] {
  const { start, end } = within;
  const idle: Span[] = [];
  let at = start;
  for (const bar of bars) {
    idle.push({ start: at, end: Math.min(bar.start, end) });
    at = Math.max(at, bar.end ?? Infinity);
  }
  idle.push({ start: at, end });
  return idle.filter((span) => isLong(span, within));
}

const isLong = ({ start, end }: Span, within: Span) =>
  end - start >= GAP_MIN_MS || (end === within.end && end > start);
