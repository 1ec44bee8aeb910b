import type { ModelType } from "@/domain/operations/registry";
import type { RunRecord } from "@/domain/records";
import type { RunStatus } from "@/domain/run-status";

/** What the address of `/` and `/runs` asks for; empty lists ask for everything. */
export interface RunFilters {
  types: ModelType[];
  statuses: RunStatus[];
  prompt_id: string | undefined;
  search: string | undefined;
}

/** The address of a list with these filters. */
export function filterHref(path: string, filters: RunFilters): string {
  const query = new URLSearchParams();
  for (const type of filters.types) query.append("type", type);
  for (const status of filters.statuses) query.append("status", status);
  if (filters.prompt_id) query.set("prompt", filters.prompt_id);
  if (filters.search) query.set("search", filters.search);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The list with one entry more, or less when it was there. */
export function toggled<T>(list: readonly T[], entry: T): T[] {
  return list.includes(entry) ? list.filter((each) => each !== entry) : [...list, entry];
}

export function isFiltered(filters: RunFilters): boolean {
  return filterHref("", filters) !== "";
}

/** Whether a run that arrived live belongs into the list: the same question the database answers. */
export function matchesFilters(run: RunRecord, filters: RunFilters): boolean {
  const { types, statuses, prompt_id, search } = filters;
  if (types.length > 0 && !types.includes(run.model_type)) return false;
  if (statuses.length > 0 && !statuses.includes(run.status)) return false;
  if (prompt_id && run.prompt_id !== prompt_id) return false;
  if (!search) return true;
  const text = `${run.prompt_name} ${run.execution_config.prompt_text}`.toLowerCase();
  return run.id.startsWith(search) || text.includes(search.toLowerCase());
}
