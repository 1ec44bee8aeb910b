"use client";
import type { ReactNode } from "react";
import { useOnChange } from "../activity/use-on-change";
import { PageHeader } from "../layout/page-header";
import { FreshnessMark } from "../live/freshness-mark";
import { usePageRefresh } from "../live/use-page-refresh";
import type { RunFilters } from "./run-filters";
import type { RunRow } from "./run-row";
import { RunTable } from "./run-table";
import { UpscaleScope } from "./upscale-scope";
import { useListedRuns } from "./use-listed-runs";

interface LiveRunTableProps {
  initial: readonly RunRow[];
  cursor: number;
  filters: RunFilters;
  /** True for the newest page, onto which new runs come. */
  newest: boolean;
  title: string;
  level?: 1 | 2;
  /** Said instead of an empty table. */
  empty: ReactNode;
}

/** A list of runs within another page that keeps itself up to date, and what the page tells of them. */
export function LiveRunTable({ title, level = 1, empty, ...list }: LiveRunTableProps) {
  const { runs, connection, feed } = useListedRuns(list);
  const turns = runs.map(({ id, status, rating }) => `${id} ${status} ${rating}`);
  useOnChange(turns.join(), usePageRefresh());
  return (
    <UpscaleScope>
      {feed}
      <PageHeader title={title} level={level} actions={<FreshnessMark connection={connection} />} />
      <div className="rounded-lg border border-line bg-surface shadow-(--shadow)">
        {runs.length > 0 ? <RunTable runs={runs} label="Runs" /> : empty}
      </div>
    </UpscaleScope>
  );
}
