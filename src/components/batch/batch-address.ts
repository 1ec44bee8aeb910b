import type { ModelType } from "@/domain/operations/registry";

/** What the address of the form for several prompts says. */
export interface BatchChoice {
  type: ModelType;
  prompt_ids: readonly string[];
  search: string | undefined;
}

/** The address of the form for several prompts. */
export function batchHref({ type, prompt_ids, search }: BatchChoice): string {
  const params = new URLSearchParams({ type, ...(search && { search }) });
  for (const id of prompt_ids) params.append("prompt", id);
  return `/runs/new?${params}`;
}
