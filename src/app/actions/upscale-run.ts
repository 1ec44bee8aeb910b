"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/forms/form-state";
import { createRun } from "@/server/runs/create-run";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

/** Upscales the run of the clicked button with the default weight and shows the new run. */
export async function upscaleRun(_state: FormState, form: FormData): Promise<FormState> {
  const execution_config = { parent_run_id: String(form.get("run_id")) };
  let id: string;
  try {
    const run = await createRun(await getServiceContext(), {
      model_type: "upscale",
      execution_config,
    });
    id = run.id;
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  redirect(`/runs/${id}`);
}
