import type { Metadata } from "next";
import Link from "next/link";
import { ReadProblem } from "@/components/layout/read-problem";
import { describeOperations } from "@/components/operations/describe-operations";
import { FilterBar } from "@/components/runs/filter-bar";
import { LiveRunTable } from "@/components/runs/live-run-table";
import { NoRuns } from "@/components/runs/no-runs";
import { parseRunFilters, type SearchParams, textParam } from "@/components/runs/parse-run-filters";
import { filterHref, isFiltered, type RunFilters } from "@/components/runs/run-filters";
import { toRunRow } from "@/components/runs/run-row";
import { buttonVariants } from "@/components/ui/button-variants";
import type { ServiceContext } from "@/server/context";
import { listRuns } from "@/server/runs/list-runs";
import { listFilterPrompts } from "../list-filter-prompts";
import { readForPage } from "../read-for-page";
import { toRunFilter } from "../to-run-filter";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const filters = parseRunFilters(params);
  const cursor = textParam(params.cursor);
  const { data, problem } = await readForPage((ctx) => readPage(ctx, { filters, cursor }));
  if (!data) return <ReadProblem what="runs">{problem}</ReadProblem>;
  const { page, prompts, change_seq } = data;
  const here = filterHref("/runs", filters);
  return (
    <>
      <LiveRunTable
        key={`${here} ${cursor}`}
        initial={page.items.map(toRunRow)}
        cursor={change_seq}
        filters={filters}
        newest={cursor === undefined}
        title="Runs"
        empty={<NoRuns filtered={isFiltered(filters)} />}
      >
        <FilterBar
          path="/runs"
          filters={filters}
          operations={describeOperations()}
          prompts={prompts}
        />
      </LiveRunTable>
      <nav aria-label="Pages" className="mt-4 flex justify-end gap-2">
        {cursor && (
          <Link href={here} prefetch={false} className={buttonVariants()}>
            Newest
          </Link>
        )}
        {page.next_cursor && (
          <Link
            href={withCursor(here, page.next_cursor)}
            prefetch={false}
            className={buttonVariants()}
          >
            Older
          </Link>
        )}
      </nav>
    </>
  );
}

interface Asked {
  filters: RunFilters;
  cursor: string | undefined;
}

async function readPage(ctx: ServiceContext, { filters, cursor }: Asked) {
  // The newest run too, so that an old page does not ask for all that changed since it was new.
  const { items: newest } = await listRuns(ctx, { limit: 1 });
  const [page, prompts] = await Promise.all([
    listRuns(ctx, { ...toRunFilter(filters), ...(cursor !== undefined && { cursor }) }),
    listFilterPrompts(ctx, filters.prompt_id),
  ]);
  const change_seq = Math.max(0, ...[...newest, ...page.items].map((run) => run.change_seq));
  return { page, prompts, change_seq };
}

function withCursor(href: string, cursor: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
}
