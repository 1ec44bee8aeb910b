"use client";
import type { ReactNode } from "react";
import { PageHeader } from "../layout/page-header";
import { FreshnessMark } from "../live/freshness-mark";
import { useLiveRuns } from "../live/use-live-runs";
import type { RunFilters } from "./run-filters";
import type { RunRow } from "./run-row";
import { RunTable } from "./run-table";
import { UpscaleScope } from "./upscale-scope";

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
  /** Between the title and the table. */
  children?: ReactNode;
}

const byNewest = (a: RunRow, b: RunRow) =>
  b.created_at.localeCompare(a.created_at) || b.id.localeCompare(a.id);

/** A page of runs that keeps itself up to date. */
export function LiveRunTable(props: LiveRunTableProps) {
  const { initial, cursor, filters, newest, title, level = 1, empty, children } = props;
  const { runs, connection } = useLiveRuns({ initial, cursor, filters });
  const known = new Set(initial.map((run) => run.id));
  const oldest = initial.at(-1);
  const shown = runs
    .filter((run) => known.has(run.id) || (newest && (!oldest || byNewest(run, oldest) < 0)))
    .sort(byNewest);
  return (
    <UpscaleScope>
      <PageHeader title={title} level={level} actions={<FreshnessMark connection={connection} />} />
      {children}
      <div className="rounded-lg border border-line bg-surface shadow-(--shadow)">
        {shown.length > 0 ? <RunTable runs={shown} label="Runs" /> : empty}
      </div>
    </UpscaleScope>
  );
}
