import type { Span } from "./span";
import type { TimelineBar, TimelineGap, TimelineLane } from "./timeline-record";

/** Something that is drawn in a lane: a run, several too narrow to tell apart, or idle time. */
export type LaneItem =
  | (Span & { kind: "bar"; bar: TimelineBar })
  | (Span & { kind: "block"; bars: TimelineBar[] })
  | (Span & { kind: "gap"; gap: TimelineGap });

export interface Scale {
  /** What is seen. */
  span: Span;
  msPerPixel: number;
  now: number;
}

/** Bars narrower than this are joined with narrow neighbours. */
const NARROW_PX = 2;
/** Bars nearer than this to each other touch. */
const NEAR_PX = 1;
const GAP_MIN_PX = 3;

/** What is drawn of a lane at a scale, in order: as many items as fit the pixels, whatever it holds. */
export function laneItems(lane: TimelineLane, { span, msPerPixel, now }: Scale): LaneItem[] {
  const items: LaneItem[] = [];
  for (const bar of lane.bars) {
    const end = bar.end ?? Math.max(now, bar.start);
    if (end < span.start || bar.start > span.end) continue;
    const last = items.at(-1);
    const near = last !== undefined && bar.start - last.end < NEAR_PX * msPerPixel;
    const narrow = (it: Span) => it.end - it.start < NARROW_PX * msPerPixel;
    if (near && last.kind === "block" && narrow({ start: bar.start, end })) {
      last.bars.push(bar);
      last.end = Math.max(last.end, end);
    } else if (near && last.kind === "bar" && narrow(last) && narrow({ start: bar.start, end })) {
      const both = [last.bar, bar];
      items[items.length - 1] = { kind: "block", bars: both, start: last.start, end };
    } else items.push({ kind: "bar", bar, start: bar.start, end });
  }
  for (const gap of lane.gaps) {
    if (gap.end < span.start || gap.start > span.end) continue;
    if (gap.end - gap.start < GAP_MIN_PX * msPerPixel) continue;
    items.push({ kind: "gap", gap, start: gap.start, end: gap.end });
  }
  return items.sort((a, b) => a.start - b.start);
}
