import type { ModelType } from "@/domain/operations/registry";
import type { RunRecord } from "@/domain/records";
import type { RunSort } from "@/domain/run-sort";
import type { RunStatus } from "@/domain/run-status";
import type { SpanName } from "@/domain/timeline/timeline-spans";

/** What the address of `/` and `/runs` asks for; empty lists ask for everything. */
export interface RunFilters {
  types: ModelType[];
  statuses: RunStatus[];
  prompt_id: string | undefined;
  search: string | undefined;
  /** First and last day of creation in UTC, as `2026-01-31`; like all that follows only on `/runs`. */
  from?: string | undefined;
  to?: string | undefined;
  rating_min?: number | undefined;
  upscaled?: boolean | undefined;
  /** Newest first when left out. */
  sort?: RunSort | undefined;
  /** A table when left out. */
  view?: "gallery" | undefined;
  /** Id of the saved view that these filters began with. */
  saved?: string | undefined;
  /** How much time the timeline shows, only on `/`; an hour when left out. */
  span?: SpanName | undefined;
}

/** The address of a list with these filters. */
export function filterHref(path: string, filters: RunFilters): string {
  const query = new URLSearchParams(filterFields(filters));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The filters as names and values of an address. */
export function filterFields(filters: RunFilters): [name: string, value: string][] {
  const { types, statuses, upscaled } = filters;
  const fields: [string, string | undefined][] = [
    ...types.map((type): [string, string] => ["type", type]),
    ...statuses.map((status): [string, string] => ["status", status]),
    ["prompt", filters.prompt_id],
    ["search", filters.search],
    ["from", filters.from],
    ["to", filters.to],
    ["rating", filters.rating_min?.toString()],
    ["upscaled", upscaled === undefined ? undefined : upscaled ? "yes" : "no"],
    ["sort", filters.sort === "newest" ? undefined : filters.sort],
    ["view", filters.view],
    ["saved", filters.saved],
    ["span", filters.span],
  ];
  return fields.filter((field): field is [string, string] => Boolean(field[1]));
}

/** The list with one entry more, or less when it was there. */
export function toggled<T>(list: readonly T[], entry: T): T[] {
  return list.includes(entry) ? list.filter((each) => each !== entry) : [...list, entry];
}

/** Whether anything keeps runs from the list. */
export function isFiltered(filters: RunFilters): boolean {
  const elsewhere = { sort: undefined, view: undefined, saved: undefined, span: undefined };
  return filterFields({ ...filters, ...elsewhere }).length > 0;
}

/** No filters, the order and the look as they are. */
export function withoutFilters({ sort, view, span }: RunFilters): RunFilters {
  return { types: [], statuses: [], prompt_id: undefined, search: undefined, sort, view, span };
}

/**
 * Whether a run that arrived live belongs into the list: the same question the database answers, but
 * for upscales of it, which a run does not tell.
 */
export function matchesFilters(run: RunRecord, filters: RunFilters): boolean {
  const { types, statuses, prompt_id, search, from, to, rating_min } = filters;
  if (types.length > 0 && !types.includes(run.model_type)) return false;
  if (statuses.length > 0 && !statuses.includes(run.status)) return false;
  if (prompt_id && run.prompt_id !== prompt_id) return false;
  const day = run.created_at.slice(0, 10);
  if ((from && day < from) || (to && day > to)) return false;
  if (rating_min && (run.rating ?? 0) < rating_min) return false;
  if (!search) return true;
  const text = `${run.prompt_name} ${run.execution_config.prompt_text}`.toLowerCase();
  const wanted = search.toLowerCase();
  return run.id.startsWith(wanted) || text.includes(wanted);
}
