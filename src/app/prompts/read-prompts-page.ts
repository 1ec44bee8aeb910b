import type { PromptFilters } from "@/components/prompts/prompt-filters";
import type { ServiceContext } from "@/server/context";
import { listInputs } from "@/server/inputs/list-inputs";
import { addPromptFacts } from "@/server/prompts/add-prompt-facts";
import { countPrompts } from "@/server/prompts/count-prompts";
import { listPrompts } from "@/server/prompts/list-prompts";
import { toPromptQuery } from "./to-prompt-query";

interface Asked {
  filters: PromptFilters;
  /** Where the page of the list begins. */
  cursor: string | undefined;
}

/** Everything that the library shows. @throws AppError `refused` for a cursor that is not valid */
export async function readPromptsPage(ctx: ServiceContext, { filters, cursor }: Asked) {
  const query = toPromptQuery(filters);
  const { sort = "newest" } = filters;
  const [page, matching, inputs] = await Promise.all([
    listPrompts(ctx, { ...query, sort, ...(cursor !== undefined && { cursor }) }),
    countPrompts(ctx, query),
    listInputs(ctx),
  ]);
  const prompts = await addPromptFacts(ctx, page.items);
  return { prompts, next_cursor: page.next_cursor, matching, inputs: inputs.items };
}
