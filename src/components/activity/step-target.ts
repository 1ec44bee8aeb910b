import type { LaneItem } from "@/domain/timeline/lane-items";
import type { Span } from "@/domain/timeline/span";
import { type TimelineTarget, targetItem } from "./timeline-target";

interface Step {
  lanes: readonly (readonly LaneItem[])[];
  target: TimelineTarget | null;
  span: Span;
}

/**
 * The next item to the right (1) or left (−1) of the one pointed at, or the last one seen without one;
 * null where the lane shows no further one.
 */
export function stepTarget({ lanes, target, span }: Step, by: 1 | -1): TimelineTarget | null {
  const lane = target?.lane ?? 0;
  const items = lanes[lane] ?? [];
  const known = targetItem(lanes, target, 0);
  const index = known ? items.indexOf(known) + by : items.length - 1;
  const item = items[index];
  return item ? keyTarget(lane, item, span) : null;
}

/** The item of another lane at the same time. */
export function changeLane({ lanes, target, span }: Step, by: 1 | -1): TimelineTarget {
  const lane = Math.min(lanes.length - 1, Math.max(0, (target?.lane ?? -by) + by));
  const at = target?.at ?? (span.start + span.end) / 2;
  const distance = (item: LaneItem) => Math.max(item.start - at, at - item.end, 0);
  const [nearest] = [...(lanes[lane] ?? [])].sort((a, b) => distance(a) - distance(b));
  return nearest ? keyTarget(lane, nearest, span) : { lane, at, reachPx: 0, pinned: true };
}

function keyTarget(lane: number, item: LaneItem, span: Span): TimelineTarget {
  const [start, end] = [Math.max(item.start, span.start), Math.min(item.end, span.end)];
  return { lane, at: (start + end) / 2, reachPx: 0, pinned: true };
}
