import { isModelType } from "@/domain/operations/registry";
import { runSorts } from "@/domain/run-sort";
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

/** Reads those and what only `/runs` knows: `from`, `to`, `rating`, `upscaled`, `sort`, `view`, `saved`. */
export function parseListFilters(params: SearchParams): RunFilters {
  const sort = textParam(params.sort);
  const upscaled = textParam(params.upscaled);
  const rating = Number(textParam(params.rating));
  return {
    ...parseRunFilters(params),
    from: dayParam(params.from),
    to: dayParam(params.to),
    rating_min: Number.isInteger(rating) && rating >= 1 && rating <= 5 ? rating : undefined,
    upscaled: upscaled === "yes" ? true : upscaled === "no" ? false : undefined,
    sort: runSorts.find((each) => each === sort && each !== "newest"),
    view: textParam(params.view) === "gallery" ? "gallery" : undefined,
    saved: textParam(params.saved),
  };
}

/** The last value given, trimmed; undefined when blank. */
export function textParam(value: string | string[] | undefined): string | undefined {
  return listParam(value).at(-1)?.trim() || undefined;
}

/** Every value given, each once. */
export function listParam(value: string | string[] | undefined): string[] {
  return [...new Set([value ?? []].flat())];
}

/** A day that exists, as `2026-01-31`. */
export function dayParam(value: string | string[] | undefined): string | undefined {
  const text = textParam(value);
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
}
