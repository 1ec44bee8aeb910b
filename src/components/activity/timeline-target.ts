import { findItem } from "@/domain/timeline/find-item";
import type { LaneItem } from "@/domain/timeline/lane-items";

/** A place that is pointed at: what is there is looked up anew for each drawing. */
export interface TimelineTarget {
  lane: number;
  at: number;
  /** How near is near enough, in pixels: a pointer is less exact than a key. */
  reachPx: number;
  /** Stays when the pointer leaves. */
  pinned: boolean;
}

export const POINTER_REACH_PX = 4;

export function targetItem(
  lanes: readonly (readonly LaneItem[])[],
  target: TimelineTarget | null,
  msPerPixel: number,
): LaneItem | undefined {
  if (!target) return undefined;
  return findItem(lanes[target.lane] ?? [], target.at, target.reachPx * msPerPixel);
}
