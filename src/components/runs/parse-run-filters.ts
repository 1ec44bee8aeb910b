import { isModelType } from "@/domain/operations/registry";
import { type RunStatus, runStatuses } from "@/domain/run-status";
import type { RunFilters } from "./run-filters";

/** A page's search parameters, as Next hands them over. */
export type SearchParams = Record<string, string | string[] | undefined>;

const isRunStatus = (text: string): text is RunStatus => runStatuses.some((each) => each === text);

/** Reads `?type=…&status=…&prompt=…&search=…`. Values that mean nothing are left out. */
export function parseRunFilters(params: SearchParams): RunFilters {
  return {
    types: listParam(params.type).filter(isModelType),
    statuses: listParam(params.status).filter(isRunStatus),
    prompt_id: textParam(params.prompt),
    search: textParam(params.search)?.slice(0, 200),
  };
}

/** The last value given, trimmed; undefined when blank. */
export function textParam(value: string | string[] | undefined): string | undefined {
  return listParam(value).at(-1)?.trim() || undefined;
}

function listParam(value: string | string[] | undefined): string[] {
  return [...new Set([value ?? []].flat())];
}
