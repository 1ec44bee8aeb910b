"use server";
import type { BulkState } from "@/components/runs/bulk-state";
import type { SearchParams } from "@/components/runs/parse-run-filters";
import { actOnMany } from "@/server/runs/act-on-many";
import { getServiceContext } from "../service-context";
import { toBulkInput } from "../to-bulk-input";
import { explainRefusal } from "./explain-refusal";

const SHOWN_MAX = 200;
/** After this time it answers, so that a person sees how far it is; the rest is asked for again. */
const PATIENCE_MS = 1500;

/**
 * Does what the address `query` of `/runs` asks for to the runs that were there at `as_of`, and goes on
 * from `state`.
 */
export async function actOnRunsAction(state: BulkState, form: FormData): Promise<BulkState> {
  const input = toBulkInput(paramsOf(String(form.get("query"))));
  if (!input) return { ...state, error: "Choose runs and what to do with them." };
  const as_of = state.as_of ?? String(form.get("as_of"));
  const until = Date.now() + PATIENCE_MS;
  let now: BulkState = { ...state, error: undefined };
  try {
    const ctx = await getServiceContext();
    do {
      const except = now.refused.map(({ run_id }) => run_id);
      const { done, refused, remaining } = await actOnMany(ctx, { ...input, as_of, except });
      now = {
        as_of,
        done_count: now.done_count + done.length,
        done: [...now.done, ...done].slice(0, SHOWN_MAX),
        refused: [...now.refused, ...refused],
        remaining,
      };
    } while (now.remaining !== 0 && Date.now() < until);
    return now;
  } catch (error) {
    return { ...now, error: explainRefusal(error) };
  }
}

function paramsOf(query: string): SearchParams {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    params[name] = [...(params[name] ?? []), value];
  }
  return params;
}
