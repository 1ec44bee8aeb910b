"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/forms/form-state";
import { retryRun } from "@/server/runs/retry-run";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

/** Does a run again and shows the new one. */
export async function retryRunAction(_state: FormState, form: FormData): Promise<FormState> {
  let id: string;
  try {
    id = (await retryRun(await getServiceContext(), { id: String(form.get("id")) })).id;
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  redirect(`/runs/${id}`);
}
