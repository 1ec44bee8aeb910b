"use client";
import type { ReactNode } from "react";
import type { ActivityRecord } from "@/domain/records";
import { isTerminal, type RunStatus } from "@/domain/run-status";
import { PageHeader } from "../layout/page-header";
import { FreshnessMark } from "../live/freshness-mark";
import type { LiveState } from "../live/live-feed";
import { useLiveRuns } from "../live/use-live-runs";
import { usePageRefresh } from "../live/use-page-refresh";
import { isFiltered, type RunFilters } from "../runs/run-filters";
import type { RunRow } from "../runs/run-row";
import { UpscaleScope } from "../runs/upscale-scope";
import { ContainerProblems } from "./container-problems";
import { EnginePanel } from "./engine-panel";
import { idleNews } from "./idle-news";
import { QueueList } from "./queue-list";
import { RecentResults } from "./recent-results";
import { RunTotals } from "./run-totals";
import { RunningList } from "./running-list";
import { useOnChange } from "./use-on-change";

const RECENT_MAX = 12;

interface ActivityViewProps {
  /** Running, pending and recent runs. */
  initial: readonly RunRow[];
  live: LiveState;
  counts: ActivityRecord["counts"];
  cursor: number;
  filters: RunFilters;
  /** Statuses of runs that pending ones continue and that are not among `initial`. */
  parents: Readonly<Record<string, RunStatus>>;
  /** The filters and the timeline, between the title and the lists. */
  children: ReactNode;
}

const byStart = (a: RunRow, b: RunRow) => (a.started_at ?? "").localeCompare(b.started_at ?? "");
const byTurn = (a: RunRow, b: RunRow) => b.priority - a.priority || a.position - b.position;
const byEnd = (a: RunRow, b: RunRow) => (b.completed_at ?? "").localeCompare(a.completed_at ?? "");

/** Everything that happens on the GPUs, as the server rendered it and then as it changes. */
export function ActivityView({ filters, parents, counts, children, ...props }: ActivityViewProps) {
  const onTurn = usePageRefresh();
  const { runs, patches, live, connection, feed } = useLiveRuns({
    initial: props.initial,
    cursor: props.cursor,
    filters,
    onTurn,
  });
  const { engines, queue, orphans, missing } = live ?? props.live;
  const known = new Map(runs.map((run) => [run.id, run]));
  const find = (id: string) => known.get(id) ?? patches.get(id)?.row;
  const recent = runs.filter((run) => isTerminal(run.status)).sort(byEnd);
  const pending = runs.filter((run) => run.status === "pending").sort(byTurn);
  useOnChange(idleNews({ engines, queue, pending }), onTurn);
  return (
    <UpscaleScope>
      <PageHeader title="Activity" actions={<FreshnessMark connection={connection} />} />
      {feed}
      {children}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <RunningList
            runs={runs.filter((run) => run.status === "running").sort(byStart)}
            missing={missing}
            engines={engines}
          />
          <QueueList
            runs={pending}
            queue={queue}
            engines={engines}
            statusOf={(id) => find(id)?.status ?? parents[id]}
          />
          <RecentResults runs={recent.slice(0, RECENT_MAX)} filtered={isFiltered(filters)} />
        </div>
        <aside aria-label="Engines and totals" className="grid min-w-0 gap-4">
          <ContainerProblems orphans={orphans} missing={missing} />
          <EnginePanel engines={engines} nameOf={(id) => find(id)?.prompt_name} />
          <RunTotals counts={counts} />
        </aside>
      </div>
    </UpscaleScope>
  );
}
