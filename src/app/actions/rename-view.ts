"use server";
import { refresh } from "next/cache";
import type { FormState } from "@/components/forms/form-state";
import { renameView } from "@/server/views/rename-view";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

/** Calls the view `id` by another `name`. */
export async function renameViewAction(_state: FormState, form: FormData): Promise<FormState> {
  const name = String(form.get("name") ?? "");
  try {
    await renameView(await getServiceContext(), { id: String(form.get("id")), name });
  } catch (error) {
    return { error: explainRefusal(error), values: { name } };
  }
  refresh();
  return {};
}
