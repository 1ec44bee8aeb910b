import type { InputOrder, InputQuery, InputSummary } from "@/domain/inputs/input-query";
import type { InputRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { countUses } from "./count-uses";
import { listInputs } from "./list-inputs";

const PAGE = 48;

export interface InputPage {
  items: InputSummary[];
  /** How many inputs there are, and how many of them meet the query. */
  total: number;
  matching: number;
  /** What `after` must be for the next page; null on the last. */
  next_after: string | null;
}

const byName = (one: InputRecord, other: InputRecord) => one.name.localeCompare(other.name, "en");
const byAge = (one: InputRecord, other: InputRecord) =>
  other.created_at.localeCompare(one.created_at) || byName(one, other);
const secondsOf = ({ files }: InputRecord) => files[0]?.media.duration_seconds ?? 0;

const comparisons: Record<InputOrder, (one: InputRecord, other: InputRecord) => number> = {
  newest: byAge,
  oldest: (one, other) => byAge(other, one),
  name: byName,
  most_used: (one, other) => other.prompt_count - one.prompt_count || byAge(one, other),
  longest: (one, other) => secondsOf(other) - secondsOf(one) || byAge(one, other),
};

/** One page of the inputs that meet a query. */
export async function findInputs(
  ctx: Pick<ServiceContext, "db" | "env">,
  { search, kind, order = "newest", after }: InputQuery,
): Promise<InputPage> {
  const { items: all } = await listInputs(ctx);
  const part = search?.toLowerCase();
  const matching = all
    .filter((input) => !part || input.name.includes(part))
    .filter((input) => !kind || input.files.some((file) => file.kind === kind))
    .sort(comparisons[order]);
  const start = after ? matching.findIndex(({ name }) => name === after) + 1 : 0;
  const page = matching.slice(start, start + PAGE);
  const uses = await countUses(
    ctx.db,
    page.filter(({ prompt_count }) => prompt_count > 0).map(({ name }) => name),
  );
  return {
    items: page.map((input) => ({ ...input, run_count: uses.get(input.name)?.runs ?? 0 })),
    total: all.length,
    matching: matching.length,
    next_after: start + PAGE < matching.length ? (page.at(-1)?.name ?? null) : null,
  };
}
