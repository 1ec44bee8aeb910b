"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/forms/form-state";
import { deleteInput } from "@/server/inputs/delete-input";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

export async function deleteInputAction(_state: FormState, form: FormData): Promise<FormState> {
  try {
    const name = String(form.get("name"));
    await deleteInput(await getServiceContext(), { name, dry_run: false });
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  redirect("/inputs");
}
