"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/forms/form-state";
import { createPrompt } from "@/server/prompts/create-prompt";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

export async function createPromptAction(_state: FormState, form: FormData): Promise<FormState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const values = {
    prompt_text: text("prompt_text"),
    negative_prompt: text("negative_prompt"),
    name: text("name"),
    input_name: text("input_name"),
    parent_prompt_id: text("parent_prompt_id"),
  };
  let id: string;
  try {
    if (!values.input_name) return { values, field_errors: { input_name: "Choose an input." } };
    id = (await createPrompt(await getServiceContext(), values)).id;
  } catch (error) {
    return { values, ...byField(explainRefusal(error)) };
  }
  redirect(`/prompts/${id}`);
}

/** The verbs' sentences begin with the field they are about. */
function byField(sentence: string): FormState {
  const [, field] = /^(prompt_text|negative_prompt|name)\b/.exec(sentence) ?? [];
  return field ? { field_errors: { [field]: readable(sentence) } } : { error: sentence };
}

function readable(sentence: string): string {
  const words = sentence.replace(/^\w+/, (field) => field.replaceAll("_", " "));
  return words.charAt(0).toUpperCase() + words.slice(1);
}
