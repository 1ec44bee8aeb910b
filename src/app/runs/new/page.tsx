import type { Metadata } from "next";
import Link from "next/link";
import { batchHref } from "@/components/batch/batch-address";
import { BatchForm } from "@/components/batch/batch-form";
import { PromptChooser } from "@/components/batch/prompt-chooser";
import { PageHeader } from "@/components/layout/page-header";
import { ReadProblem } from "@/components/layout/read-problem";
import { describeOperations } from "@/components/operations/describe-operations";
import { OperationTabs } from "@/components/operations/operation-tabs";
import { listParam, type SearchParams, textParam } from "@/components/runs/parse-run-filters";
import { Card } from "@/components/ui/card";
import { newId } from "@/domain/new-id";
import { readForPage } from "../../read-for-page";
import { readNewRuns } from "./read-new-runs";

export const metadata: Metadata = { title: "Start runs" };

const USUAL = "transfer";
const PROMPTS_MAX = 100;

export default async function NewRunsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const query = await searchParams;
  const all = describeOperations();
  // What continues a run belongs to one run, not to a prompt.
  const operations = all.filter(({ needsParent }) => !needsParent);
  const wished = operations.find(({ type }) => type === textParam(query.type));
  const operation = wished ?? operations.find(({ type }) => type === USUAL) ?? operations[0];
  if (!operation) return null;
  const asked = {
    type: operation.type,
    prompt_ids: listParam(query.prompt).slice(0, PROMPTS_MAX),
    search: textParam(query.search)?.slice(0, 200),
  };
  const { data, problem } = await readForPage((ctx) =>
    readNewRuns(ctx, { ...asked, preset: textParam(query.preset) }),
  );
  if (!data) return <ReadProblem what="form">{problem}</ReadProblem>;
  const { chosen, found, more, source, foresight } = data;
  const choice = { ...asked, prompt_ids: chosen.map(({ id }) => id) };
  return (
    <>
      <PageHeader
        above={
          <Link href="/runs" prefetch={false} className="hover:text-foreground">
            Runs
          </Link>
        }
        title="Start runs"
        below="The same settings for several prompts, each as a run of its own."
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <PromptChooser choice={choice} chosen={chosen} found={found} more={more} />
        <Card title="Settings" id="settings">
          <OperationTabs
            operations={operations}
            chosen={operation.type}
            hrefOf={(type) => batchHref({ ...choice, type })}
          />
          <BatchForm
            key={operation.type}
            {...{ operation, source, foresight }}
            prompt_ids={choice.prompt_ids}
            form_key={newId()}
            address={batchHref(choice)}
            followers={all.filter(
              ({ needsParent, parents }) => needsParent && parents.includes(operation.type),
            )}
          />
        </Card>
      </div>
    </>
  );
}
