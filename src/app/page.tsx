import type { Metadata } from "next";
import { ActivityView } from "@/components/activity/activity-view";
import { idleNews } from "@/components/activity/idle-news";
import { TimelineCard } from "@/components/activity/timeline-card";
import { ReadProblem } from "@/components/layout/read-problem";
import { describeOperations } from "@/components/operations/describe-operations";
import { FilterBar } from "@/components/runs/filter-bar";
import { parseRunFilters, type SearchParams, textParam } from "@/components/runs/parse-run-filters";
import { filterHref, type RunFilters } from "@/components/runs/run-filters";
import { toRunRow } from "@/components/runs/run-row";
import type { ActivityRecord } from "@/domain/records";
import type { RunStatus } from "@/domain/run-status";
import { isSpanName, type SpanName, timelineSpans } from "@/domain/timeline/timeline-spans";
import { getActivity } from "@/server/activity/get-activity";
import { readTimeline } from "@/server/activity/read-timeline";
import type { ServiceContext } from "@/server/context";
import { getRun } from "@/server/runs/get-run";
import { listFilterPrompts } from "./list-filter-prompts";
import { readForPage } from "./read-for-page";
import { toRunFilter } from "./to-run-filter";

export const metadata: Metadata = { title: "Activity" };

export default async function ActivityPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const params = await searchParams;
  const filters = parseRunFilters(params);
  const span = textParam(params.span);
  const shown = isSpanName(span) ? span : "hour";
  const { data, problem } = await readForPage((ctx) => readPage(ctx, filters, shown));
  if (!data) return <ReadProblem what="activity">{problem}</ReadProblem>;
  const { activity, prompts, parents, timeline } = data;
  const operations = describeOperations();
  const { running, pending, recent, counts, cursor, ...live } = activity;
  return (
    <ActivityView
      key={filterHref("/", filters)}
      initial={[...running, ...pending, ...recent].map(toRunRow)}
      live={live}
      counts={counts}
      cursor={cursor}
      filters={filters}
      parents={parents}
    >
      <FilterBar
        path="/"
        filters={{ ...filters, ...(shown !== "hour" && { span: shown }) }}
        operations={operations}
        prompts={prompts}
      />
      <TimelineCard
        record={timeline}
        shown={shown}
        filters={filters}
        news={`${cursor} ${idleNews({ ...live, pending })}`}
        operations={operations}
      />
    </ActivityView>
  );
}

async function readPage(ctx: ServiceContext, filters: RunFilters, shown: SpanName) {
  const now = Date.now();
  const [activity, prompts, timeline] = await Promise.all([
    getActivity(ctx, toRunFilter(filters)),
    listFilterPrompts(ctx, filters.prompt_id),
    readTimeline(ctx, { from: now - timelineSpans[shown].ms, to: now }),
  ]);
  return { activity, prompts, timeline, parents: await readParents(ctx, activity) };
}

/** Statuses of the runs that pending ones wait for, where the filters keep them from the page. */
async function readParents(ctx: ServiceContext, { pending, running, recent }: ActivityRecord) {
  const shown = new Set([...pending, ...running, ...recent].map((run) => run.id));
  const wanted = new Set(pending.map((run) => run.parent_run_id).filter((id) => id !== null));
  const missing = [...wanted].filter((id) => !shown.has(id));
  const runs = await Promise.all(missing.map((id) => getRun(ctx, id)));
  return Object.fromEntries(runs.map((run): [string, RunStatus] => [run.id, run.status]));
}
