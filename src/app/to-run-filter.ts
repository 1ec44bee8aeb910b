import type { RunFilters } from "@/components/runs/run-filters";
import type { RunFilter } from "@/server/runs/run-query";

/** A page's filters as the verbs take them. */
export function toRunFilter({ types, statuses, prompt_id, search }: RunFilters): RunFilter {
  return {
    model_type: types,
    status: statuses,
    ...(prompt_id !== undefined && { prompt_id }),
    ...(search !== undefined && { search }),
  };
}
