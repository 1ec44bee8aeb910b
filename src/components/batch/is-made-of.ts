import type { MadeRun } from "./made-run";

/** Whether a result is that of the prompts that are chosen now. */
export function isMadeOf(made: readonly MadeRun[], prompt_ids: readonly string[]): boolean {
  const chosen = new Set(prompt_ids);
  return made.length === chosen.size && made.every(({ prompt_id }) => chosen.has(prompt_id));
}
