import { type PromptSort, promptSorts } from "@/domain/prompt-sort";
import { dayParam, type SearchParams, textParam } from "../runs/parse-run-filters";

/** What the address of `/prompts` asks for. */
export interface PromptFilters {
  search: string | undefined;
  /** An input folder. */
  input_name: string | undefined;
  enhanced: boolean | undefined;
  completed: boolean | undefined;
  /** First and last day of creation in UTC, as `2026-01-31`. */
  from: string | undefined;
  to: string | undefined;
  rating_min: number | undefined;
  /** Newest first when left out. */
  sort: PromptSort | undefined;
}

/** Reads the search parameters; values that mean nothing are left out. */
export function parsePromptFilters(params: SearchParams): PromptFilters {
  const rating = Number(textParam(params.rating));
  const sort = textParam(params.sort);
  return {
    search: textParam(params.search)?.slice(0, 200),
    input_name: textParam(params.input),
    enhanced: answerParam(params.enhanced),
    completed: answerParam(params.completed),
    from: dayParam(params.from),
    to: dayParam(params.to),
    rating_min: Number.isInteger(rating) && rating >= 1 && rating <= 5 ? rating : undefined,
    sort: promptSorts.find((each) => each === sort && each !== "newest"),
  };
}

/** The address of the library with these filters. */
export function promptsHref(filters: PromptFilters): string {
  const query = new URLSearchParams(promptFilterFields(filters));
  return query.size > 0 ? `/prompts?${query}` : "/prompts";
}

/** The filters as names and values of an address. */
export function promptFilterFields(filters: PromptFilters): [name: string, value: string][] {
  const fields: [string, string | undefined][] = [
    ["search", filters.search],
    ["input", filters.input_name],
    ["enhanced", answer(filters.enhanced)],
    ["completed", answer(filters.completed)],
    ["from", filters.from],
    ["to", filters.to],
    ["rating", filters.rating_min?.toString()],
    ["sort", filters.sort],
  ];
  return fields.filter((field): field is [string, string] => Boolean(field[1]));
}

/** Whether anything keeps prompts from the list. */
export function isPromptFiltered(filters: PromptFilters): boolean {
  return promptFilterFields({ ...filters, sort: undefined }).length > 0;
}

const answer = (value: boolean | undefined) =>
  value === undefined ? undefined : value ? "yes" : "no";

function answerParam(value: string | string[] | undefined): boolean | undefined {
  const text = textParam(value);
  return text === "yes" ? true : text === "no" ? false : undefined;
}
