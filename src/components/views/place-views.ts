import { normaliseView } from "@/domain/views/normalise-view";
import type { ViewRecord } from "@/domain/views/view-record";
import { filterFields, type RunFilters } from "../runs/run-filters";

/** How the saved views stand to what a page shows. */
interface PlacedViews {
  /** What the page shows, as a view would keep it. */
  query: string;
  /** The view that shows the same. */
  current: ViewRecord | undefined;
  /** The view that was opened and then changed. */
  changed: ViewRecord | undefined;
}

/** Finds the view that is shown; of several that show the same, the one that was opened. */
export function placeViews(views: readonly ViewRecord[], filters: RunFilters): PlacedViews {
  const query = normaliseView(new URLSearchParams(filterFields(filters)).toString());
  const opened = views.find(({ id }) => id === filters.saved);
  const same = views.filter((view) => view.query === query);
  const current = same.find((view) => view === opened) ?? same[0];
  return { query, current, changed: current ? undefined : opened };
}

/** The address that opens a view. */
export function viewHref({ id, query }: ViewRecord): string {
  return `/runs?${query}${query && "&"}saved=${id}`;
}
