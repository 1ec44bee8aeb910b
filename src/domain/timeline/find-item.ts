import type { LaneItem } from "./lane-items";

/**
 * The item at a moment, or near it within `reachMs`. What is narrower than that is preferred, as a short
 * run between long gaps could not be hit otherwise.
 */
export function findItem(
  items: readonly LaneItem[],
  at: number,
  reachMs: number,
): LaneItem | undefined {
  let found: LaneItem | undefined;
  let least = Infinity;
  for (const item of items) {
    const distance = Math.max(item.start - at, at - item.end, 0);
    if (distance > reachMs) continue;
    const cost = distance + (item.end - item.start < reachMs ? 0 : reachMs);
    if (cost < least) [found, least] = [item, cost];
  }
  return found;
}
