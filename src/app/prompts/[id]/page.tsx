import type { Metadata } from "next";
import { ReadProblem } from "@/components/layout/read-problem";
import { chooseBase, listBases } from "@/components/prompts/choose-base";
import { DeletePromptDialog } from "@/components/prompts/delete-prompt-dialog";
import { EditCard } from "@/components/prompts/edit-card";
import { OverwriteNotice } from "@/components/prompts/overwrite-notice";
import { promptAddress, readPromptView } from "@/components/prompts/prompt-address";
import { PromptHeader } from "@/components/prompts/prompt-header";
import { PromptInput } from "@/components/prompts/prompt-input";
import { PromptRuns } from "@/components/prompts/prompt-runs";
import { PromptStatistics } from "@/components/prompts/prompt-statistics";
import { TextCard } from "@/components/prompts/text-card";
import { VersionTree } from "@/components/prompts/version-tree";
import { type SearchParams, textParam } from "@/components/runs/parse-run-filters";
import { toRunRow } from "@/components/runs/run-row";
import { Alert } from "@/components/ui/alert";
import { readForPage } from "../../read-for-page";
import { toInputOption } from "../to-input-option";
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
  const view = readPromptView(query);
  const { compare } = view;
  const asked = {
    deleting: textParam(query.confirm) === "delete",
    editing: view.edit !== undefined,
    enhancing: view.start === "enhance",
  };
  const { data, problem } = await readForPage((ctx) => readPromptPage(ctx, { id, ...asked }));
  if (!data) return <ReadProblem what="prompt">{problem}</ReadProblem>;
  const { prompt, runs, versions, earlier, statistics, deletion, input, inputs } = data;
  const texts = { prompt, versions: versions.items, earlier };
  const base = chooseBase({ ...texts, compare });
  return (
    <>
      <PromptHeader prompt={prompt} view={view} />
      {deletion && (
        <DeletePromptDialog
          id={prompt.id}
          preview={deletion}
          back={promptAddress(prompt.id, view)}
        />
      )}
      {compare !== undefined && !base && (
        <Alert tone="warning" className="mb-4">
          There is no other version of this prompt with the id {compare}.
        </Alert>
      )}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_27rem]">
        <div className="grid min-w-0 gap-4">
          {inputs && (
            <EditCard
              source={prompt}
              inputs={inputs.map(toInputOption)}
              back={promptAddress(prompt.id, { ...view, edit: undefined })}
            />
          )}
          <TextCard prompt={prompt} base={base} bases={listBases(texts)} view={view} />
          <VersionTree
            versions={versions.items}
            facts={versions.facts}
            current={prompt.id}
            view={view}
            more={versions.more}
          />
          <PromptStatistics
            operations={statistics.operations}
            best={statistics.best && toRunRow(statistics.best)}
          />
          <PromptInput prompt={prompt} />
          <PromptRuns
            prompt_id={prompt.id}
            runs={runs.items}
            more={runs.next_cursor !== null}
            change_seq={data.change_seq}
          />
        </div>
        <aside aria-label="Start a run" className="group/start grid min-w-0 gap-4">
          <StartPanel prompt_id={prompt.id} runs={runs.items} input={input} query={query} />
          {data.overwrite && <OverwriteNotice preview={data.overwrite} />}
        </aside>
      </div>
    </>
  );
}
