import { cancelRunAction } from "@/app/actions/cancel-run";
import { deleteViewAction } from "@/app/actions/delete-view";
import { drainEngineAction } from "@/app/actions/drain-engine";
import { giveUpRunAction } from "@/app/actions/give-up-run";
import { pauseQueueAction } from "@/app/actions/pause-queue";
import { pollEnginesAction } from "@/app/actions/poll-engines";
import { renameViewAction } from "@/app/actions/rename-view";
import { resumeQueueAction } from "@/app/actions/resume-queue";
import { saveViewAction } from "@/app/actions/save-view";
import type { FormAction, FormState } from "./form-state";

/** What is told when an action was done, and the action that takes it back. */
export interface Outcome {
  text: string;
  undo?: { action: FormAction; fields?: Record<string, string> };
}

/** From what was sent and what the action answered. */
type Describe = (form: FormData, answer: FormState) => Outcome;

/** Actions that leave the page where it is. Those that lead to another page show it by that. */
export const actionOutcomes: ReadonlyMap<FormAction, Describe> = new Map<FormAction, Describe>([
  [
    pauseQueueAction,
    () => ({
      text: "Queue paused. What runs goes on.",
      undo: { action: resumeQueueAction },
    }),
  ],
  [resumeQueueAction, () => ({ text: "Queue resumed.", undo: { action: pauseQueueAction } })],
  [cancelRunAction, () => ({ text: "The run was asked to stop." })],
  [giveUpRunAction, () => ({ text: "The run was given up." })],
  [pollEnginesAction, () => ({ text: "The engines were looked at." })],
  [drainEngineAction, describeDraining],
  [saveViewAction, describeSaving],
  [renameViewAction, describeRenaming],
  [deleteViewAction, describeForgetting],
]);

function describeDraining(form: FormData): Outcome {
  const name = String(form.get("name"));
  return form.has("undrain")
    ? { text: `${name} takes runs again.`, undo: { action: drainEngineAction, fields: { name } } }
    : {
        text: `${name} takes no further runs.`,
        undo: { action: drainEngineAction, fields: { name, undrain: "1" } },
      };
}

function describeSaving(form: FormData, { replaced }: FormState): Outcome {
  if (!replaced) return { text: `The view “${String(form.get("name")).trim()}” was saved.` };
  return {
    text: `The view “${replaced.name}” was changed.`,
    undo: { action: saveViewAction, fields: replaced },
  };
}

function describeRenaming(form: FormData): Outcome {
  const before = form.get("before");
  const text = `The view is called “${String(form.get("name")).trim()}” now.`;
  if (before === null) return { text };
  const fields = { id: String(form.get("id")), name: String(before) };
  return { text, undo: { action: renameViewAction, fields } };
}

function describeForgetting(form: FormData): Outcome {
  const fields = { name: String(form.get("name")), query: String(form.get("query")) };
  return {
    text: `The view “${fields.name}” was deleted. Its runs stay.`,
    undo: { action: saveViewAction, fields },
  };
}
