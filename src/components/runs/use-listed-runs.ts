"use client";
import { useLiveRuns } from "../live/use-live-runs";
import type { RunFilters } from "./run-filters";
import type { RunRow } from "./run-row";

interface Listed {
  initial: readonly RunRow[];
  /** Everything up to here is in `initial`. */
  cursor: number;
  filters: RunFilters;
  /** True for the first page. */
  newest: boolean;
}

const byNewest = (a: RunRow, b: RunRow) =>
  b.created_at.localeCompare(a.created_at) || b.id.localeCompare(a.id);

/**
 * A page of runs that keeps itself up to date. New runs come onto the first page of a list whose order
 * and filters can be judged here; elsewhere every run stays where it is.
 */
export function useListedRuns({ initial, cursor, filters, newest }: Listed) {
  const { runs, patches, connection, feed } = useLiveRuns({ initial, cursor, filters });
  const places = new Map(initial.map((run, index) => [run.id, index]));
  const oldest = initial.at(-1);
  const grows = newest && filters.sort === undefined && filters.upscaled === undefined;
  const placeOf = (run: RunRow) => places.get(run.id) ?? -1;
  const shown = runs
    .filter((run) => places.has(run.id) || (grows && (!oldest || byNewest(run, oldest) < 0)))
    .sort(filters.sort === undefined ? byNewest : (a, b) => placeOf(a) - placeOf(b));
  return { runs: shown, patches, connection, feed };
}
