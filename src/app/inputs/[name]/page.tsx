import type { Metadata } from "next";
import Link from "next/link";
import { TimeAgo } from "@/components/format/time-ago";
import { InputPreviews } from "@/components/inputs/input-previews";
import { PageHeader } from "@/components/layout/page-header";
import { ReadProblem } from "@/components/layout/read-problem";
import { PromptList } from "@/components/prompts/prompt-list";
import { Card } from "@/components/ui/card";
import { getInput } from "@/server/inputs/get-input";
import { listPrompts } from "@/server/prompts/list-prompts";
import { readForPage } from "../../read-for-page";

interface InputPageProps {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: InputPageProps): Promise<Metadata> {
  return { title: `Input ${(await params).name}` };
}

export default async function InputPage({ params }: InputPageProps) {
  const { name } = await params;
  const { data, problem } = await readForPage((ctx) =>
    Promise.all([getInput(ctx, name), listPrompts(ctx, { input_name: name, limit: 200 })]),
  );
  if (!data) return <ReadProblem what="input">{problem}</ReadProblem>;
  const [input, prompts] = data;
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
      />
      <div className="grid gap-4">
        <InputPreviews input={input} />
        <Card title="Prompts that use it">
          <PromptList prompts={prompts.items} searched={false} />
        </Card>
      </div>
    </>
  );
}
