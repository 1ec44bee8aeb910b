import type { LaneItem } from "@/domain/timeline/lane-items";
import type { TimelineBar } from "@/domain/timeline/timeline-record";
import type { RunFilters } from "../runs/run-filters";

/**
 * Whether the filters of the page leave out all runs of an item. They stay in the timeline, as the slot
 * was not idle. The search is of texts that a bar doesn't have, so it is left aside.
 */
export function isFaint(item: LaneItem, filters: RunFilters): boolean {
  if (item.kind === "gap") return false;
  const bars = item.kind === "bar" ? [item.bar] : item.bars;
  return !bars.some((bar) => fits(bar, filters));
}

function fits(bar: TimelineBar, { types, statuses, prompt_id }: RunFilters): boolean {
  if (types.length > 0 && !types.some((type) => type === bar.model_type)) return false;
  if (statuses.length > 0 && !statuses.includes(bar.status)) return false;
  return !prompt_id || prompt_id === bar.prompt_id;
}
