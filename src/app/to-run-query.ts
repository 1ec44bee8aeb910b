import type { RunFilters } from "@/components/runs/run-filters";
import type { RunQuery } from "@/server/runs/run-query";
import { toRunFilter } from "./to-run-filter";

const dayMs = 86_400_000;

/** The filters of `/runs` as the verbs take them. */
export function toRunQuery(filters: RunFilters): RunQuery {
  const { from, to, rating_min, upscaled } = filters;
  return {
    ...toRunFilter(filters),
    ...(from !== undefined && { created_from: startOf(from) }),
    ...(to !== undefined && { created_to: startOf(to, dayMs) }),
    ...(rating_min !== undefined && { rating_min }),
    ...(upscaled !== undefined && { upscaled }),
  };
}

const startOf = (day: string, laterMs = 0) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + laterMs).toISOString();
