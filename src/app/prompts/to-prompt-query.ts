import type { PromptFilters } from "@/components/prompts/prompt-filters";
import type { PromptQuery } from "@/server/prompts/prompt-query";

const dayMs = 86_400_000;

/** The filters of the library as the verbs take them. */
export function toPromptQuery(filters: PromptFilters): PromptQuery {
  const { search, input_name, enhanced, completed, from, to, rating_min } = filters;
  return {
    ...(search !== undefined && { search }),
    ...(input_name !== undefined && { input_name }),
    ...(enhanced !== undefined && { enhanced }),
    ...(completed !== undefined && { completed }),
    ...(from !== undefined && { created_from: startOf(from) }),
    ...(to !== undefined && { created_to: startOf(to, dayMs) }),
    ...(rating_min !== undefined && { rating_min }),
  };
}

const startOf = (day: string, laterMs = 0) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + laterMs).toISOString();
