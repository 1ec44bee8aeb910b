import { promptKind } from "@/domain/prompt-kind";
import type { PromptRecord } from "@/domain/records";

/** A text to compare a prompt with. */
export interface Base {
  /** Of the version, or of the run that replaced the text. */
  id: string;
  label: string;
  prompt_text: string;
  negative_prompt: string;
}

/** A text that the prompt had before an enhance run replaced it. */
export interface ReplacedText {
  run_id: string;
  prompt_text: string;
}

interface Choice {
  prompt: PromptRecord;
  versions: readonly PromptRecord[];
  earlier: readonly ReplacedText[];
  /** The value of `?compare=`. */
  compare: string | undefined;
}

/** Every text that a prompt can be compared with: other versions, then its own earlier ones. */
export function listBases({ prompt, versions, earlier }: Omit<Choice, "compare">): Base[] {
  const others = versions
    .filter(({ id }) => id !== prompt.id)
    .map((version) => ({
      id: version.id,
      label: `${kindWords[promptKind(version)]}: ${version.name}`,
      prompt_text: version.prompt_text,
      negative_prompt: version.negative_prompt,
    }));
  const own = earlier.map(({ run_id, prompt_text }) => ({
    id: run_id,
    label: `Its own text before run ${run_id.slice(0, 8)}`,
    prompt_text,
    negative_prompt: prompt.negative_prompt,
  }));
  return [...others, ...own];
}

/** The text that was asked for, else the parent's, else the one last replaced; null without any. */
export function chooseBase(choice: Choice): Base | null {
  const bases = listBases(choice);
  const byId = (id: string | null | undefined) => bases.find((base) => base.id === id);
  if (choice.compare !== undefined) return byId(choice.compare) ?? null;
  return byId(choice.prompt.parent_prompt_id) ?? byId(choice.earlier[0]?.run_id) ?? null;
}

const kindWords = { original: "Original", enhanced: "Enhanced", edited: "Edited" };
