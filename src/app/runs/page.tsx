import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ReadProblem } from "@/components/layout/read-problem";
import { describeOperations } from "@/components/operations/describe-operations";
import { ActiveFilters } from "@/components/runs/active-filters";
import { BulkDialog } from "@/components/runs/bulk-dialog";
import { FilterBar } from "@/components/runs/filter-bar";
import { ListFields } from "@/components/runs/list-fields";
import { NoRuns } from "@/components/runs/no-runs";
import {
  parseListFilters,
  type SearchParams,
  textParam,
} from "@/components/runs/parse-run-filters";
import { filterHref, isFiltered } from "@/components/runs/run-filters";
import { toRunRow } from "@/components/runs/run-row";
import { RunsView } from "@/components/runs/runs-view";
import { SavedViews } from "@/components/views/saved-views";
import { buttonVariants } from "@/components/ui/button-variants";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { readForPage } from "../read-for-page";
import { toBulkInput } from "../to-bulk-input";
import { readRunsPage } from "./read-runs-page";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const filters = parseListFilters(params);
  const cursor = textParam(params.cursor);
  const here = filterHref("/runs", filters);
  // A form sends its empty fields, too: the address of what it asks for is shorter.
  if (Object.values(params).includes("") && !params.bulk) redirect(here);
  const bulk = toBulkInput(params);
  const { data, problem } = await readForPage((ctx) =>
    readRunsPage(ctx, { filters, cursor, bulk }),
  );
  if (!data) return <ReadProblem what="runs">{problem}</ReadProblem>;
  const { page, prompts, matching, preview, views, families, change_seq } = data;
  const operations = describeOperations();
  const back = cursor ? withCursor(here, cursor) : here;
  const list = { filters, operations, prompts };
  return (
    <>
      <RunsView
        key={`${here} ${cursor}`}
        initial={page.items.map(toRunRow)}
        change_seq={change_seq}
        filters={filters}
        cursor={cursor}
        matching={matching}
        families={families}
        empty={<NoRuns filtered={isFiltered(filters)} />}
      >
        <SavedViews views={views} filters={filters} />
        <FilterBar path="/runs" {...list}>
          <ListFields key={here} filters={filters} />
        </FilterBar>
        <ActiveFilters {...list} />
      </RunsView>
      <nav aria-label="Pages" className="mt-4 flex justify-end gap-2">
        {cursor && (
          <Link href={here} prefetch={false} className={buttonVariants()}>
            {filters.sort ? "First page" : "Newest"}
          </Link>
        )}
        {page.next_cursor && (
          <Link
            href={withCursor(here, page.next_cursor)}
            prefetch={false}
            className={buttonVariants()}
          >
            {filters.sort ? "Next page" : "Older"}
          </Link>
        )}
      </nav>
      {preview && "refusal" in preview && (
        <ConfirmDialog title="Not at once" verb="" action={null} fields={{}} back={back}>
          <p>{preview.refusal}</p>
        </ConfirmDialog>
      )}
      {preview && "action" in preview && (
        <BulkDialog key={preview.action} preview={preview} query={toQuery(params)} back={back} />
      )}
    </>
  );
}

function withCursor(href: string, cursor: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
}

function toQuery(params: SearchParams): string {
  const entries = Object.entries(params).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  );
  return new URLSearchParams(entries).toString();
}
