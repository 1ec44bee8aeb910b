import type { PromptRecord } from "./records";

/** How a prompt came to be: written anew, by an enhance run, or by a person from another prompt. */
export type PromptKind = "original" | "enhanced" | "edited";

export function promptKind(
  prompt: Pick<PromptRecord, "parent_prompt_id" | "enhanced_by_run_id">,
): PromptKind {
  if (prompt.enhanced_by_run_id !== null) return "enhanced";
  return prompt.parent_prompt_id === null ? "original" : "edited";
}
