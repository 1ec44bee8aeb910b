import { Trash2 } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { ReadProblem } from "@/components/layout/read-problem";
import { DeletePromptDialog } from "@/components/prompts/delete-prompt-dialog";
import { EnhancedBadge } from "@/components/prompts/enhanced-badge";
import { PromptInput } from "@/components/prompts/prompt-input";
import { PromptTexts } from "@/components/prompts/prompt-texts";
import { RelatedPrompts } from "@/components/prompts/related-prompts";
import { TextChange } from "@/components/prompts/text-change";
import { LiveRunTable } from "@/components/runs/live-run-table";
import { NoRuns } from "@/components/runs/no-runs";
import { type SearchParams, textParam } from "@/components/runs/parse-run-filters";
import { filterHref } from "@/components/runs/run-filters";
import { toRunRow } from "@/components/runs/run-row";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { readForPage } from "../../read-for-page";
import { readPromptPage } from "./read-prompt-page";
import { StartPanel } from "./start-panel";

interface PromptPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: PromptPageProps): Promise<Metadata> {
  return { title: `Prompt ${(await params).id}` };
}

export default async function PromptPage({ params, searchParams }: PromptPageProps) {
  const { id } = await params;
  const query = await searchParams;
  const deleting = textParam(query.confirm) === "delete";
  const { data, problem } = await readForPage((ctx) => readPromptPage(ctx, { id, deleting }));
  if (!data) return <ReadProblem what="prompt">{problem}</ReadProblem>;
  const { prompt, runs, children, original, deletion, input } = data;
  const filters = { types: [], statuses: [], prompt_id: prompt.id, search: undefined };
  return (
    <>
      <PageHeader
        above={
          <Link href="/prompts" prefetch={false} className="hover:text-foreground">
            Prompts
          </Link>
        }
        title={prompt.name}
        below={
          <span className="flex flex-wrap items-center gap-2">
            {prompt.enhanced_by_run_id && <EnhancedBadge />}
            <span className="font-mono text-xs">{prompt.id}</span>
          </span>
        }
        actions={
          <Link
            href="?confirm=delete"
            prefetch={false}
            scroll={false}
            className={buttonVariants({ variant: "danger" })}
          >
            <Trash2 aria-hidden />
            Delete
          </Link>
        }
      />
      {deletion && <DeletePromptDialog id={prompt.id} preview={deletion} />}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_27rem]">
        <div className="grid min-w-0 gap-4">
          {original ? (
            <Card
              title="Text"
              aside={
                <Link
                  href={`/prompts/${original.id}`}
                  prefetch={false}
                  className="text-sm underline underline-offset-2"
                >
                  Open the original
                </Link>
              }
            >
              <TextChange before={original.prompt_text} after={prompt.prompt_text} />
            </Card>
          ) : (
            <PromptTexts text={prompt.prompt_text} negative={prompt.negative_prompt} />
          )}
          <RelatedPrompts prompts={children} />
          <PromptInput prompt={prompt} />
          <section aria-label="Runs of this prompt" className="min-w-0">
            <LiveRunTable
              initial={runs.items.map(toRunRow)}
              cursor={Math.max(0, ...runs.items.map((run) => run.change_seq))}
              filters={filters}
              newest
              title="Runs"
              level={2}
              empty={<NoRuns filtered={false} />}
            />
            {runs.next_cursor && (
              <Link
                href={filterHref("/runs", filters)}
                prefetch={false}
                className={`mt-3 ${buttonVariants()}`}
              >
                All its runs
              </Link>
            )}
          </section>
        </div>
        <aside aria-label="Start a run" className="min-w-0">
          <StartPanel prompt_id={prompt.id} runs={runs.items} input={input} query={query} />
        </aside>
      </div>
    </>
  );
}
