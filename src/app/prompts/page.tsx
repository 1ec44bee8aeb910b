import { Search } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { ReadProblem } from "@/components/layout/read-problem";
import { CreatePromptForm } from "@/components/prompts/create-prompt-form";
import { PromptList } from "@/components/prompts/prompt-list";
import { type SearchParams, textParam } from "@/components/runs/parse-run-filters";
import { SubmitButton } from "@/components/forms/submit-button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { fieldStyles } from "@/components/ui/field-styles";
import { listInputs } from "@/server/inputs/list-inputs";
import { listPrompts } from "@/server/prompts/list-prompts";
import { readForPage } from "../read-for-page";

export const metadata: Metadata = { title: "Prompts" };

export default async function PromptsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const params = await searchParams;
  const search = textParam(params.search);
  const cursor = textParam(params.cursor);
  const { data, problem } = await readForPage((ctx) =>
    Promise.all([
      listPrompts(ctx, { ...(search && { search }), ...(cursor && { cursor }) }),
      listInputs(ctx),
    ]),
  );
  if (!data) return <ReadProblem what="prompts">{problem}</ReadProblem>;
  const [page, inputs] = data;
  const options = inputs.items.map(({ name, files }) => ({
    name,
    video_path: files.find(({ kind }) => kind === "video")?.path ?? "",
  }));
  return (
    <>
      <PageHeader title="Prompts" />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 space-y-3">
          <form action="/prompts" role="search" className="flex gap-2">
            <input
              type="search"
              name="search"
              aria-label="Search prompts"
              placeholder="Search name or text"
              defaultValue={search}
              className={`${fieldStyles} h-8`}
            />
            <SubmitButton size="icon" aria-label="Apply search">
              <Search aria-hidden />
            </SubmitButton>
          </form>
          <Card aria-label="Prompts">
            <PromptList prompts={page.items} searched={search !== undefined} />
          </Card>
          {page.next_cursor && (
            <Link
              href={`/prompts?${new URLSearchParams({ ...(search && { search }), cursor: page.next_cursor })}`}
              prefetch={false}
              className={buttonVariants()}
            >
              Older
            </Link>
          )}
        </div>
        <Card title="New prompt" id="new">
          <CreatePromptForm inputs={options} />
        </Card>
      </div>
    </>
  );
}
