import { storableText } from "@/domain/storable-text";
import { newId } from "@/domain/new-id";
import { getPrompt } from "../prompts/get-prompt";
import type { Ending, PromptChange } from "../runs/finish-run";
import type { RunRow } from "../runs/run-record";
import type { Collected } from "./collect-outputs";
import type { WorkerContext } from "./worker-context";

type Completion = Pick<Ending, "outputs" | "promptChange" | "message">;

/** What a completed run leaves in the database: its outputs and, from text, a prompt. */
export async function describeCompletion(
  worker: WorkerContext,
  run: RunRow,
  { outputs, text }: Collected,
): Promise<Completion> {
  if (!text) return { outputs, message: "Completed." };
  const change = await promptChange(worker, run, text.prompt);
  const id = change.kind === "insert" ? change.values.id : change.id;
  return {
    outputs: {
      ...outputs,
      enhanced_text: text.prompt,
      enhanced_prompt_id: id,
      original_text: run.execution_config.prompt_text,
      enhancer: text.enhancer,
    },
    promptChange: change,
    message: describeChange(run, change),
  };
}

function describeChange(run: RunRow, change: PromptChange): string {
  if (change.kind === "replace_text") return "Completed; prompt replaced.";
  const made = `Completed as prompt ${change.values.id}`;
  return run.execution_config.create_new === false
    ? `${made}: the text of prompt ${run.prompt_id} was changed meanwhile and is kept.`
    : `${made}.`;
}

async function promptChange(
  worker: WorkerContext,
  run: RunRow,
  text: string,
): Promise<PromptChange> {
  const prompt_text = storableText(text.slice(0, 10_000));
  const original = await getPrompt(worker, run.prompt_id);
  const replaced_text = run.execution_config.prompt_text;
  // A text that was written since the run was asked for is nobody's to overwrite.
  if (run.execution_config.create_new === false && original.prompt_text === replaced_text) {
    return { kind: "replace_text", id: original.id, prompt_text, replaced_text };
  }
  const values = {
    id: newId(),
    name: `${original.name}_enhanced`.slice(0, 100),
    prompt_text,
    negative_prompt: original.negative_prompt,
    inputs: original.inputs,
    input_name: original.input_name,
    parent_prompt_id: original.id,
    enhanced_by_run_id: run.id,
  };
  return { kind: "insert", values };
}
