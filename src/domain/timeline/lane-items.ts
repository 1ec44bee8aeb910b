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
  /** When the lane was read: what was idle then still is, or there would have been news. */
  read_at: number;
}

/** Bars narrower than this are joined with narrow neighbours, */
const NARROW_PX = 2;
/** if they are nearer than this, */
const NEAR_PX = 1;
/** up to a width that still tells where something happened. */
const BLOCK_MAX_PX = 6;
const GAP_MIN_PX = 3;

/** What is drawn of a lane at a scale, in order: as many items as fit the pixels, whatever it holds. */
export function laneItems(
  lane: TimelineLane,
  { span, msPerPixel, now, read_at }: Scale,
): LaneItem[] {
  const items: LaneItem[] = [];
  for (const bar of lane.bars) {
    const end = bar.end ?? Math.max(now, bar.start);
    if (end < span.start || bar.start > span.end) continue;
    const own: LaneItem = { kind: "bar", bar, start: bar.start, end };
    const last = items.at(-1);
    const joined = last && join(last, own, msPerPixel);
    if (joined) items[items.length - 1] = joined;
    else items.push(own);
  }
  for (const gap of lane.gaps) {
    const end = gap.end === read_at ? Math.max(now, gap.end) : gap.end;
    if (end < span.start || gap.start > span.end) continue;
    if (end - gap.start < GAP_MIN_PX * msPerPixel) continue;
    items.push({ kind: "gap", gap, start: gap.start, end });
  }
  return items.sort((a, b) => a.start - b.start);
}

type Bar = Extract<LaneItem, { kind: "bar" }>;

/** Both as one, if neither could be told apart from the other. */
function join(last: LaneItem, next: Bar, msPerPixel: number): LaneItem | undefined {
  const isNarrow = (item: LaneItem) => item.end - item.start < NARROW_PX * msPerPixel;
  if (!isNarrow(next) || next.start - last.end >= NEAR_PX * msPerPixel) return undefined;
  const end = Math.max(last.end, next.end);
  if (end - last.start > BLOCK_MAX_PX * msPerPixel) return undefined;
  if (last.kind === "block") {
    last.bars.push(next.bar);
    last.end = end;
    return last;
  }
  if (last.kind !== "bar" || !isNarrow(last)) return undefined;
  return { kind: "block", bars: [last.bar, next.bar], start: last.start, end };
}
