import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { ReadProblem } from "@/components/layout/read-problem";
import { OperationBadge } from "@/components/operations/operation-badge";
import { PromptTexts } from "@/components/prompts/prompt-texts";
import { RunAgainForm } from "@/components/run-again/run-again-form";
import { type SearchParams, textParam } from "@/components/runs/parse-run-filters";
import { RunStatusBadge } from "@/components/runs/run-status-badge";
import { Card } from "@/components/ui/card";
import { newId } from "@/domain/new-id";
import { readForPage } from "../../../read-for-page";
import { readAgainPage } from "./read-again-page";

interface AgainPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: AgainPageProps): Promise<Metadata> {
  return { title: `Run ${(await params).id} again` };
}

export default async function AgainPage({ params, searchParams }: AgainPageProps) {
  const { id } = await params;
  const preset = textParam((await searchParams).preset);
  const { data, problem } = await readForPage((ctx) => readAgainPage(ctx, { id, preset }));
  if (!data) return <ReadProblem what="run">{problem}</ReadProblem>;
  const { run, parent_run_id, source, foresight, text_changed } = data;
  return (
    <>
      <PageHeader
        above={
          <Link href={`/runs/${run.id}`} prefetch={false} className="hover:text-foreground">
            Run <span className="font-mono text-xs">{run.id}</span>
          </Link>
        }
        title={`Run ${run.prompt_name} again`}
        below={
          <span className="flex flex-wrap items-center gap-2">
            <OperationBadge type={run.model_type} />
            <RunStatusBadge status={run.status} />
            {parent_run_id && (
              <span>
                continues run{" "}
                <Link
                  href={`/runs/${parent_run_id}`}
                  prefetch={false}
                  className="font-mono text-xs underline underline-offset-2"
                >
                  {parent_run_id}
                </Link>
              </span>
            )}
          </span>
        }
      />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title="Settings">
          <RunAgainForm
            key={run.id}
            run={{ id: run.id, model_type: run.model_type, prompt_id: run.prompt_id }}
            {...{ parent_run_id, source, foresight, text_changed }}
            form_key={newId()}
          />
        </Card>
        <PromptTexts
          href={`/prompts/${run.prompt_id}`}
          text={String(run.execution_config.prompt_text ?? "")}
          negative={String(run.execution_config.negative_prompt ?? "")}
        />
      </div>
    </>
  );
}
