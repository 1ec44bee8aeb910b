import { expectNotice, tell } from "../notices/tell";
import { actionOutcomes } from "./action-outcomes";
import type { FormAction, FormState } from "./form-state";

/** Does an action without a form; tells its result either way. */
export async function performAction(
  action: FormAction,
  fields: Record<string, string> = {},
): Promise<void> {
  expectNotice();
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    const answer = await action({}, form);
    if (answer.error) await tell({ text: answer.error, tone: "danger" });
    else tellOutcome(action, form, answer);
  } catch {
    await tell({ text: "The server did not answer. Look before you try again.", tone: "danger" });
  }
}

/** Tells that an action was done, with the way back where there is one. */
export function tellOutcome(action: FormAction, form: FormData, answer: FormState): void {
  const outcome = actionOutcomes.get(action)?.(form, answer);
  if (!outcome) return;
  const { text, undo } = outcome;
  void tell({ text, ...(undo && { undo: () => void performAction(undo.action, undo.fields) }) });
}
