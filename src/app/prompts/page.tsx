import { Play, Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { inputPosterUrl } from "@/components/inputs/input-address";
import { PageHeader } from "@/components/layout/page-header";
import { ReadProblem } from "@/components/layout/read-problem";
import { ActivePromptFilters } from "@/components/prompts/active-prompt-filters";
import { CreatePromptForm } from "@/components/prompts/create-prompt-form";
import { PromptFilterBar } from "@/components/prompts/prompt-filter-bar";
import {
  isPromptFiltered,
  parsePromptFilters,
  promptsHref,
} from "@/components/prompts/prompt-filters";
import { PromptList } from "@/components/prompts/prompt-list";
import { type SearchParams, textParam } from "@/components/runs/parse-run-filters";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { readForPage } from "../read-for-page";
import { toInputOption } from "./to-input-option";
import { readPromptsPage } from "./read-prompts-page";

export const metadata: Metadata = { title: "Prompts" };

export default async function PromptsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const params = await searchParams;
  const filters = parsePromptFilters(params);
  const cursor = textParam(params.cursor);
  const here = promptsHref(filters);
  // A form sends its empty fields, too: the address of what it asks for is shorter.
  if (Object.values(params).includes("")) redirect(here);
  const { data, problem } = await readForPage((ctx) => readPromptsPage(ctx, { filters, cursor }));
  if (!data) return <ReadProblem what="prompts">{problem}</ReadProblem>;
  const { prompts, next_cursor, matching, inputs } = data;
  const filtered = isPromptFiltered(filters);
  const posters = new Map(inputs.map((input) => [input.name, inputPosterUrl(input)]));
  return (
    <>
      <PageHeader
        title="Prompts"
        below={`${matching.toLocaleString("en")} ${matching === 1 ? "prompt" : "prompts"}${filtered ? (matching === 1 ? " matches" : " match") : ""}`}
        actions={
          <>
            {matching > 0 && (
              <Link href="/runs/new" prefetch={false} className={buttonVariants()}>
                <Play aria-hidden />
                Start runs
              </Link>
            )}
            <a href="#new" className={`lg:hidden ${buttonVariants()}`}>
              <Plus aria-hidden />
              New prompt
            </a>
          </>
        }
      />
      <PromptFilterBar key={here} filters={filters} inputs={inputs.map(({ name }) => name)} />
      <ActivePromptFilters filters={filters} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <Card aria-label="Prompts">
            <PromptList prompts={prompts} filtered={filtered} posters={posters} />
          </Card>
          <nav aria-label="Pages" className="mt-4 flex justify-end gap-2">
            {cursor && (
              <Link href={here} prefetch={false} className={buttonVariants()}>
                {filters.sort ? "First page" : "Newest"}
              </Link>
            )}
            {next_cursor && (
              <Link
                href={`${here}${here.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(next_cursor)}`}
                prefetch={false}
                className={buttonVariants()}
              >
                {filters.sort ? "Next page" : "Older"}
              </Link>
            )}
          </nav>
        </div>
        <Card title="New prompt" id="new">
          <CreatePromptForm inputs={inputs.map(toInputOption)} />
        </Card>
      </div>
    </>
  );
}
