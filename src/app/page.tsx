import type { Metadata } from "next";
import { ActivityView } from "@/components/activity/activity-view";
import { ReadProblem } from "@/components/layout/read-problem";
import { describeOperations } from "@/components/operations/describe-operations";
import { FilterBar } from "@/components/runs/filter-bar";
import { parseRunFilters, type SearchParams } from "@/components/runs/parse-run-filters";
import { filterHref, type RunFilters } from "@/components/runs/run-filters";
import { toRunRow } from "@/components/runs/run-row";
import type { ActivityRecord } from "@/domain/records";
import type { RunStatus } from "@/domain/run-status";
import { getActivity } from "@/server/activity/get-activity";
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
  const filters = parseRunFilters(await searchParams);
  const { data, problem } = await readForPage((ctx) => readPage(ctx, filters));
  if (!data) return <ReadProblem what="activity">{problem}</ReadProblem>;
  const { activity, prompts, parents } = data;
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
      <FilterBar path="/" filters={filters} operations={describeOperations()} prompts={prompts} />
    </ActivityView>
  );
}

async function readPage(ctx: ServiceContext, filters: RunFilters) {
  const [activity, prompts] = await Promise.all([
    getActivity(ctx, toRunFilter(filters)),
    listFilterPrompts(ctx, filters.prompt_id),
  ]);
  return { activity, prompts, parents: await readParents(ctx, activity) };
}

/** Statuses of the runs that pending ones wait for, where the filters keep them from the page. */
async function readParents(ctx: ServiceContext, { pending, running, recent }: ActivityRecord) {
  const shown = new Set([...pending, ...running, ...recent].map((run) => run.id));
  const wanted = new Set(pending.map((run) => run.parent_run_id).filter((id) => id !== null));
  const missing = [...wanted].filter((id) => !shown.has(id));
  const runs = await Promise.all(missing.map((id) => getRun(ctx, id)));
  return Object.fromEntries(runs.map((run): [string, RunStatus] => [run.id, run.status]));
}
