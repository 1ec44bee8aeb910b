"use server";
import { redirect } from "next/navigation";
import { describeConfig } from "@/components/config-form/describe-config";
import { explainConfig } from "@/components/config-form/explain-config";
import { readConfig } from "@/components/config-form/read-config";
import type { FormState } from "@/components/forms/form-state";
import { isModelType } from "@/domain/operations/registry";
import { createRun } from "@/server/runs/create-run";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";
import { formTexts } from "./form-texts";
import { idempotencyOf } from "./idempotency-of";

/**
 * Starts a run from the form of its operation: `model_type`, `prompt_id`, the settings as
 * `config.*`, the parent as `parent_run_id`, and `then` for each operation that shall continue it.
 * The same form (`form_key`) sent twice with the same settings makes one run.
 */
export async function createRunAction(_state: FormState, form: FormData): Promise<FormState> {
  const model_type = String(form.get("model_type"));
  if (!isModelType(model_type)) return { error: "Choose an operation." };
  const fields = describeConfig(model_type);
  const parent = form.get("parent_run_id");
  const config = { ...readConfig(fields, form), ...(parent && { parent_run_id: String(parent) }) };
  const values = formTexts(form);
  const field_errors = explainConfig({ type: model_type, config, fields });
  if (Object.keys(field_errors).length > 0) return { field_errors, values };
  const wish = {
    model_type,
    execution_config: config,
    ...(form.get("prompt_id") && { prompt_id: String(form.get("prompt_id")) }),
    children: form.getAll("then").map((type) => ({ model_type: String(type) })),
  };
  let id: string;
  try {
    const run = await createRun(await getServiceContext(), {
      ...wish,
      ...idempotencyOf(form, wish),
    });
    id = run.id;
  } catch (error) {
    return { error: explainRefusal(error), values };
  }
  redirect(`/runs/${id}`);
}
