"use server";
import { refresh } from "next/cache";
import type { FormState } from "@/components/forms/form-state";
import { deleteView } from "@/server/views/delete-view";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

/** Forgets the view `id`. */
export async function deleteViewAction(_state: FormState, form: FormData): Promise<FormState> {
  try {
    await deleteView(await getServiceContext(), { id: String(form.get("id")) });
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  refresh();
  return {};
}
