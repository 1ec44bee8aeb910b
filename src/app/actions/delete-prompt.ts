"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/forms/form-state";
import { deletePrompt } from "@/server/prompts/delete-prompt";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

export async function deletePromptAction(_state: FormState, form: FormData): Promise<FormState> {
  try {
    await deletePrompt(await getServiceContext(), { id: String(form.get("id")) });
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  redirect("/prompts");
}
