import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { ReadProblem } from "@/components/layout/read-problem";
import { RunLog } from "@/components/log/run-log";
import { toStillLog } from "@/components/log/still-log";
import { OperationBadge } from "@/components/operations/operation-badge";
import { chooseBase } from "@/components/runs/choose-base";
import { DeleteRunDialog } from "@/components/runs/delete-run-dialog";
import { FailurePanel } from "@/components/runs/failure-panel";
import { LiveRunStatus } from "@/components/runs/live-run-status";
import { LostEngine } from "@/components/runs/lost-engine";
import { type SearchParams, textParam } from "@/components/runs/parse-run-filters";
import { RunActions } from "@/components/runs/run-actions";
import { RunControls } from "@/components/runs/run-controls";
import { RunFacts } from "@/components/runs/run-facts";
import { RunFiles } from "@/components/runs/run-files";
import { RunGpu } from "@/components/runs/run-gpu";
import { RunLineage } from "@/components/runs/run-lineage";
import { RunManifest } from "@/components/runs/run-manifest";
import { RunParameters } from "@/components/runs/run-parameters";
import { RunPhases } from "@/components/runs/run-phases";
import { RunResult } from "@/components/runs/run-result";
import { toRunRow } from "@/components/runs/run-row";
import { RunStatusBadge } from "@/components/runs/run-status-badge";
import { RunTimeline } from "@/components/runs/run-timeline";
import { SimulatedBadge } from "@/components/runs/simulated-badge";
import { videoPath } from "@/components/runs/video-source";
import { UpscaleScope } from "@/components/runs/upscale-scope";
import { PromptTexts } from "@/components/prompts/prompt-texts";
import { loadingPhases } from "@/domain/phases/loading-phases";
import { isTerminal } from "@/domain/run-status";
import { readForPage } from "../../read-for-page";
import { readRunPage } from "./read-run-page";

interface RunPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  return { title: `Run ${(await params).id}` };
}

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const { id } = await params;
  const query = await searchParams;
  const deleting = textParam(query.confirm) === "delete";
  const compare = textParam(query.compare);
  const { data, problem } = await readForPage((ctx) => readRunPage(ctx, { id, deleting, compare }));
  if (!data) return <ReadProblem what="run">{problem}</ReadProblem>;
  const { run, engine, family, events, prompt, deletion, compared, origin } = data;
  const row = toRunRow(run);
  const ended = isTerminal(run.status);
  const view = textParam(query.view);
  const controls = <RunControls run={run} inputs={prompt.inputs} />;
  const hasVideo = videoPath(run) !== null;
  return (
    <UpscaleScope>
      <PageHeader
        above={
          <Link href="/runs" prefetch={false} className="hover:text-foreground">
            Runs
          </Link>
        }
        title={run.prompt_name}
        below={
          <span className="flex flex-wrap items-center gap-2">
            <OperationBadge type={run.model_type} />
            {ended && <RunStatusBadge status={run.status} />}
            <SimulatedBadge simulated={run.simulated} />
            <span className="font-mono text-xs">{run.id}</span>
          </span>
        }
        actions={<RunActions run={row} />}
      />
      <FailurePanel run={run} />
      <LostEngine run={run} engine={engine} />
      {!ended && <LiveRunStatus key={run.status} initial={row} />}
      {deletion && <DeleteRunDialog run_id={run.id} preview={deletion} />}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <RunResult run={run} family={family} compare={compare} view={view} compared={compared} />
          <RunLineage family={family} current_id={run.id} cursor={data.cursor} />
          {hasVideo && controls}
          {run.outputs.enhanced_text === undefined && (
            <PromptTexts
              href={`/prompts/${run.prompt_id}`}
              text={String(run.execution_config.prompt_text ?? "")}
              negative={String(run.execution_config.negative_prompt ?? "")}
            />
          )}
          <RunLog key={run.id} run_id={run.id} still={toStillLog(data.log)} />
          {!hasVideo && controls}
          <RunManifest run_id={run.id} read={data.manifest} />
        </div>
        <aside aria-label="Facts" className="grid min-w-0 gap-4">
          <RunFacts run={run} />
          <RunPhases run={run} loading={loadingPhases} />
          <RunGpu key={run.status} run={run} />
          <RunParameters
            run={run}
            family={family}
            origin={origin}
            base={chooseBase({ run, origin, compare, compared })}
            view={view}
          />
          <RunFiles run={run} />
          <RunTimeline events={events} />
        </aside>
      </div>
    </UpscaleScope>
  );
}
