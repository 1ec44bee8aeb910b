"use server";
import { refresh } from "next/cache";
import type { FormState } from "@/components/forms/form-state";
import { giveUpRun } from "@/server/runs/give-up-run";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

export async function giveUpRunAction(_state: FormState, form: FormData): Promise<FormState> {
  try {
    await giveUpRun(await getServiceContext(), { id: String(form.get("id")) });
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  refresh();
  return {};
}
