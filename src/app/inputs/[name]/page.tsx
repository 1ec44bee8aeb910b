import { Plus, Trash2 } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { TimeAgo } from "@/components/format/time-ago";
import { DeleteInputDialog } from "@/components/inputs/delete-input-dialog";
import { InputChecks } from "@/components/inputs/input-checks";
import { InputRuns } from "@/components/inputs/input-runs";
import { SyncedVideos } from "@/components/inputs/synced-videos";
import { toInputVideos } from "@/components/inputs/to-input-videos";
import { PageHeader } from "@/components/layout/page-header";
import { ReadProblem } from "@/components/layout/read-problem";
import { CreatePromptForm } from "@/components/prompts/create-prompt-form";
import { PromptList } from "@/components/prompts/prompt-list";
import { type SearchParams, textParam } from "@/components/runs/parse-run-filters";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { checkInput } from "@/domain/inputs/check-input";
import { readForPage } from "../../read-for-page";
import { readInputPage } from "./read-input-page";

interface InputPageProps {
  params: Promise<{ name: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: InputPageProps): Promise<Metadata> {
  return { title: `Input ${(await params).name}` };
}

export default async function InputPage({ params, searchParams }: InputPageProps) {
  const { name } = await params;
  const deleting = textParam((await searchParams).confirm) === "delete";
  const { data, problem } = await readForPage((ctx) => readInputPage(ctx, { name, deleting }));
  if (!data) return <ReadProblem what="input">{problem}</ReadProblem>;
  const { input, prompts, runs, deletion } = data;
  const video_path = input.files[0]?.path ?? "";
  return (
    <>
      <PageHeader
        above={
          <Link href="/inputs" prefetch={false} className="hover:text-foreground">
            Inputs
          </Link>
        }
        title={input.name}
        below={
          <>
            Added <TimeAgo at={input.created_at} />
          </>
        }
        actions={
          <>
            <Link
              href={`/inputs/${input.name}?confirm=delete`}
              prefetch={false}
              scroll={false}
              className={buttonVariants({ variant: "danger" })}
            >
              <Trash2 aria-hidden />
              Delete
            </Link>
            <a href="#new" className={buttonVariants({ variant: "primary" })}>
              <Plus aria-hidden />
              New prompt from this input
            </a>
          </>
        }
      />
      <SyncedVideos videos={toInputVideos(input)} />
      <div className="mt-4 grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-4">
          <InputChecks checks={checkInput(input.files)} />
          <Card title="Prompts that use it" aside={<AllPrompts input={input} />}>
            {prompts.length > 0 ? (
              <PromptList prompts={prompts} filtered={false} />
            ) : (
              <p className="px-4 py-6 text-center text-muted text-sm">No prompts yet.</p>
            )}
          </Card>
          <InputRuns runs={runs.items} total={runs.total} />
        </div>
        <Card title="New prompt" id="new">
          <CreatePromptForm inputs={[{ name: input.name, video_path }]} />
        </Card>
      </div>
      {deletion && <DeleteInputDialog name={input.name} preview={deletion} />}
    </>
  );
}

function AllPrompts({ input }: { input: { name: string; prompt_count: number } }) {
  if (input.prompt_count === 0) return null;
  return (
    <Link
      href={`/prompts?input=${input.name}`}
      prefetch={false}
      className="text-sm underline underline-offset-2"
    >
      All {input.prompt_count.toLocaleString("en")} in the library
    </Link>
  );
}
