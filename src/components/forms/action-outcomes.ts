import { cancelRunAction } from "@/app/actions/cancel-run";
import { drainEngineAction } from "@/app/actions/drain-engine";
import { giveUpRunAction } from "@/app/actions/give-up-run";
import { pauseQueueAction } from "@/app/actions/pause-queue";
import { pollEnginesAction } from "@/app/actions/poll-engines";
import { resumeQueueAction } from "@/app/actions/resume-queue";
import type { FormAction } from "./form-state";

/** What is told when an action was done, and the action that takes it back. */
export interface Outcome {
  text: string;
  undo?: { action: FormAction; fields?: Record<string, string> };
}

/** Actions that leave the page where it is. Those that lead to another page show it by that. */
export const actionOutcomes: ReadonlyMap<FormAction, (form: FormData) => Outcome> = new Map<
  FormAction,
  (form: FormData) => Outcome
>([
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
