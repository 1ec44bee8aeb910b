import type { InputKind } from "@/domain/models/define-model";
import { type InputQuery, inputOrders } from "@/domain/inputs/input-query";
import { inputKinds } from "@/domain/models/define-model";
import { type SearchParams, textParam } from "../runs/parse-run-filters";

/** Reads `?search=…&has=…&order=…&after=…`. Values that mean nothing are left out. */
export function parseInputQuery(params: SearchParams): InputQuery {
  const [has, order] = [textParam(params.has), textParam(params.order)];
  return {
    search: textParam(params.search)?.slice(0, 100),
    kind: inputKinds.find((kind): kind is InputKind => kind === has),
    order: inputOrders.find((each) => each === order && each !== "newest"),
    after: textParam(params.after),
  };
}

/** The address of the list of inputs that answers a query. */
export function inputsHref({ search, kind, order, after }: InputQuery): string {
  const fields = Object.entries({ search, has: kind, order, after }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  return fields.length > 0 ? `/inputs?${new URLSearchParams(fields)}` : "/inputs";
}

/** Address of the still of an input; another one once the input was made anew. */
export function inputPosterUrl({ name, created_at }: { name: string; created_at: string }): string {
  return `/inputs/${name}/poster?v=${Date.parse(created_at)}`;
}
