"use server";
import { redirect } from "next/navigation";
import { configTexts } from "@/components/config-form/config-texts";
import { describeConfig } from "@/components/config-form/describe-config";
import { describeModels } from "@/components/config-form/describe-models";
import { explainConfig } from "@/components/config-form/explain-config";
import { describeChange, listChanges } from "@/components/config-form/list-changes";
import { readConfig } from "@/components/config-form/read-config";
import type { FormState } from "@/components/forms/form-state";
import { defaultModel } from "@/domain/default-model";
import { getRun } from "@/server/runs/get-run";
import { retryRun } from "@/server/runs/retry-run";
import { runAgain } from "@/server/runs/run-again";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";
import { formTexts } from "./form-texts";
import { idempotencyOf } from "./idempotency-of";

/**
 * Does the run `id` again with the settings of a form (`config.*`) and shows the new one. Without a
 * change it is the same as a retry; the same form (`form_key`) sent twice makes one run.
 */
export async function runAgainAction(_state: FormState, form: FormData): Promise<FormState> {
  const values = formTexts(form);
  let id: string;
  try {
    const ctx = await getServiceContext();
    const old = await getRun(ctx, String(form.get("id")));
    const fields = describeConfig(old.model_type);
    const execution_config = readConfig(fields, form);
    const { parent_run_id } = old.execution_config;
    const field_errors = explainConfig({
      ...{ type: old.model_type, fields },
      config: { ...execution_config, ...(parent_run_id !== undefined && { parent_run_id }) },
    });
    if (Object.keys(field_errors).length > 0) return { field_errors, values };
    const before = configTexts(fields, old.execution_config);
    const name = execution_config.model ?? defaultModel(old.model_type, ctx.env);
    const model = describeModels(old.model_type).find((each) => each.name === name);
    const after = configTexts(fields, execution_config);
    const changes = listChanges({ fields, model }, before, after);
    const wish = { id: old.id, execution_config };
    const run =
      changes.length === 0
        ? await retryRun(ctx, { id: old.id, ...idempotencyOf(form, wish) })
        : await runAgain(ctx, {
            ...{ ...wish, changes: changes.map(describeChange) },
            ...idempotencyOf(form, wish),
          });
    id = run.id;
  } catch (error) {
    return { error: explainRefusal(error), values };
  }
  redirect(`/runs/${id}`);
}
