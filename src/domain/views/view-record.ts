/** Filters, order and look of the list of runs, kept by name. Times are ISO-8601 UTC. */
export interface ViewRecord {
  id: string;
  name: string;
  /** The query of the address of `/runs`, without `?`, as `normaliseView` writes it. */
  query: string;
  /** Who saved it first: `web`, `cli` or `api`. */
  created_by: string;
  created_at: string;
  updated_at: string;
}

/** A view as it was just saved. */
export interface SavedView extends ViewRecord {
  /** What it showed before, where that was something else. */
  replaced_query?: string;
}
