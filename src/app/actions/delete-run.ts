"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/forms/form-state";
import { deleteRun } from "@/server/runs/delete-run";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

export async function deleteRunAction(_state: FormState, form: FormData): Promise<FormState> {
  try {
    await deleteRun(await getServiceContext(), { id: String(form.get("id")) });
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  redirect("/runs");
}
