import type { ModelType } from "@/domain/operations/registry";
import type { RunStatus } from "@/domain/run-status";
import type { Session } from "./open-session";
import { inputTable } from "./views/input-table";
import { promptTable } from "./views/prompt-table";
import { runTable } from "./views/run-table";

export interface ListOptions {
  type?: ModelType[];
  status?: RunStatus[];
  prompt?: string;
  search?: string;
  limit?: number;
  cursor?: string;
}

interface ListPage {
  items: readonly unknown[];
  next_cursor: string | null;
  /** The items for people. */
  table(): string;
}

/** How each kind of record is listed. */
export const listPages = {
  async runs({ client }: Session, options: ListOptions): Promise<ListPage> {
    const { type, status, prompt, ...rest } = options;
    const prompt_id = prompt && (await client.prompts.get.query({ id: prompt })).id;
    const page = await client.runs.list.query({
      ...pick(rest),
      model_type: type,
      status,
      prompt_id,
    });
    return { ...page, table: () => runTable(page.items) };
  },

  async prompts({ client }: Session, options: ListOptions): Promise<ListPage> {
    const page = await client.prompts.list.query(pick(options));
    return { ...page, table: () => promptTable(page.items) };
  },

  // Input folders are few: the server hands out all of them.
  async inputs({ client }: Session, { search = "", limit }: ListOptions): Promise<ListPage> {
    const all = (await client.inputs.list.query()).items;
    const wanted = search.toLowerCase();
    const items = all.filter((input) => input.name.toLowerCase().includes(wanted)).slice(0, limit);
    return { items, next_cursor: null, table: () => inputTable(items) };
  },
};

const pick = ({ search, limit, cursor }: ListOptions) => ({ search, limit, cursor });
