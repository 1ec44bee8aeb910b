"use server";
import type { MadeRun } from "@/components/batch/made-run";
import { describeConfig } from "@/components/config-form/describe-config";
import { explainConfig } from "@/components/config-form/explain-config";
import { readConfig } from "@/components/config-form/read-config";
import type { FormState } from "@/components/forms/form-state";
import { isModelType } from "@/domain/operations/registry";
import type { ServiceContext } from "@/server/context";
import { getPrompt } from "@/server/prompts/get-prompt";
import { type CreateRunInput, createRun } from "@/server/runs/create-run";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";
import { formTexts } from "./form-texts";
import { idempotencyOf } from "./idempotency-of";

const PROMPTS_MAX = 100;

/**
 * Starts a run of `model_type` for every `prompt_id` of a form, with the same settings (`config.*`)
 * and continuations (`then`), and says what came of each. The same form (`form_key`) sent twice makes
 * nothing twice.
 */
export async function createRunsAction(_state: FormState, form: FormData): Promise<FormState> {
  const model_type = String(form.get("model_type"));
  if (!isModelType(model_type)) return { error: "Choose an operation." };
  const values = formTexts(form);
  const prompt_ids = [...new Set(form.getAll("prompt_id").map(String))];
  if (prompt_ids.length === 0) return { error: "Choose at least one prompt.", values };
  if (prompt_ids.length > PROMPTS_MAX) {
    return { error: `Choose at most ${PROMPTS_MAX} prompts at once.`, values };
  }
  const fields = describeConfig(model_type);
  const execution_config = readConfig(fields, form);
  const field_errors = explainConfig({ type: model_type, config: execution_config, fields });
  if (Object.keys(field_errors).length > 0) return { field_errors, values };
  const children = form.getAll("then").map((type) => ({ model_type: String(type) }));
  const made: MadeRun[] = [];
  try {
    const ctx = await getServiceContext();
    for (const prompt_id of prompt_ids) {
      const wish = { model_type, execution_config, children, prompt_id };
      made.push(await makeRun(ctx, { ...wish, ...idempotencyOf(form, wish) }));
    }
  } catch (error) {
    return { error: explainRefusal(error), values };
  }
  const [first] = made;
  if (first?.problem && made.length === 1) return { error: first.problem, values };
  return { made };
}

/** Makes the run of one prompt; a refusal is said of this one alone. */
async function makeRun(
  ctx: ServiceContext,
  wish: CreateRunInput & { prompt_id: string },
): Promise<MadeRun> {
  const { prompt_id } = wish;
  let prompt_name = prompt_id;
  try {
    prompt_name = (await getPrompt(ctx, prompt_id)).name;
    const { id } = await createRun(ctx, wish);
    return { prompt_id, prompt_name, run_id: id, problem: null };
  } catch (error) {
    return { prompt_id, prompt_name, run_id: null, problem: explainRefusal(error) };
  }
}
