"use server";
import { refresh } from "next/cache";
import type { FormState } from "@/components/forms/form-state";
import { AppError } from "@/server/errors";
import { saveView } from "@/server/views/save-view";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

/**
 * Keeps `query` as the view `name`; with `replace` also where there is one. Answers with the value
 * `taken` when there is.
 */
export async function saveViewAction(_state: FormState, form: FormData): Promise<FormState> {
  const name = String(form.get("name") ?? "");
  const query = String(form.get("query") ?? "");
  try {
    await saveView(await getServiceContext(), { name, query, replace: form.has("replace") });
  } catch (error) {
    const taken = error instanceof AppError && error.code === "conflict";
    return { error: explainRefusal(error), values: { name, ...(taken && { taken: "1" }) } };
  }
  refresh();
  return {};
}
