import type { PromptFacts } from "@/domain/prompt-facts";
import type { PromptRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { findPromptFacts } from "./find-prompt-facts";

/** Prompts as lists show them: each with what became of its runs, in the same order. */
export async function addPromptFacts(
  ctx: Pick<ServiceContext, "db">,
  prompts: readonly PromptRecord[],
): Promise<{ prompt: PromptRecord; facts: PromptFacts }[]> {
  const facts = await findPromptFacts(
    ctx,
    prompts.map(({ id }) => id),
  );
  return prompts.flatMap((prompt) => {
    const own = facts.get(prompt.id);
    return own ? [{ prompt, facts: own }] : [];
  });
}
