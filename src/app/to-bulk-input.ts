import {
  listParam,
  parseListFilters,
  type SearchParams,
  textParam,
} from "@/components/runs/parse-run-filters";
import { isBulkAction } from "@/domain/bulk/bulk-action";
import type { ActOnManyInput } from "@/server/runs/act-on-many";
import { toRunQuery } from "./to-run-query";

/**
 * What `/runs?bulk=…` asks to be done: to all runs of its filters with `all`, else to each `run`; with
 * `rate` a number of stars or `none`. Null when it asks for nothing.
 */
export function toBulkInput(params: SearchParams): ActOnManyInput | null {
  const action = textParam(params.bulk);
  if (!isBulkAction(action)) return null;
  const rating = action === "rate" ? { rating: ratingOf(textParam(params.rate)) } : {};
  if (textParam(params.all)) {
    return { action, ...rating, filter: toRunQuery(parseListFilters(params)) };
  }
  const ids = listParam(params.run).slice(0, 1000);
  return ids.length > 0 ? { action, ...rating, ids } : null;
}

function ratingOf(text: string | undefined): number | null {
  const stars = Number(text);
  return Number.isInteger(stars) && stars >= 1 && stars <= 5 ? stars : null;
}
