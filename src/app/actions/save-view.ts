"use server";
import { refresh } from "next/cache";
import type { FormState } from "@/components/forms/form-state";
import { AppError } from "@/server/errors";
import { saveView } from "@/server/views/save-view";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

/**
 * Keeps `query` as the view `name`, with `replace` also where there is one, or as what the view `id`
 * shows. Answers with the value `taken` when there is one, and with what was replaced.
 */
export async function saveViewAction(_state: FormState, form: FormData): Promise<FormState> {
  const name = String(form.get("name") ?? "");
  const query = String(form.get("query") ?? "");
  const id = form.get("id");
  const wish = {
    name,
    query,
    replace: form.has("replace"),
    ...(id !== null && { id: String(id) }),
  };
  const answer: FormState = {};
  try {
    const saved = await saveView(await getServiceContext(), wish);
    if (saved.replaced_query !== undefined) {
      answer.replaced = { id: saved.id, name: saved.name, query: saved.replaced_query };
    }
  } catch (error) {
    const taken = error instanceof AppError && error.code === "conflict";
    return { error: explainRefusal(error), values: { name, ...(taken && { taken: "1" }) } };
  }
  refresh();
  return answer;
}
