"use server";
import { refresh } from "next/cache";
import type { FormState } from "@/components/forms/form-state";
import { requestCancel } from "@/server/runs/request-cancel";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

export async function cancelRunAction(_state: FormState, form: FormData): Promise<FormState> {
  try {
    await requestCancel(await getServiceContext(), { id: String(form.get("id")) });
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  refresh();
  return {};
}
