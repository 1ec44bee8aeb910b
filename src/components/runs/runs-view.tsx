"use client";
import type { ReactNode } from "react";
import { formatRunCount } from "../format/format-run-count";
import { PageHeader } from "../layout/page-header";
import { FreshnessMark } from "../live/freshness-mark";
import { BulkBar } from "./bulk-bar";
import { isFiltered, type RunFilters } from "./run-filters";
import { RunGallery } from "./run-gallery";
import type { RunRow } from "./run-row";
import { RunTable } from "./run-table";
import { UpscaleScope } from "./upscale-scope";
import { useListedRuns } from "./use-listed-runs";
import { useSelection } from "./use-selection";
import { ViewSwitch } from "./view-switch";

interface RunsViewProps {
  initial: readonly RunRow[];
  /** Up to where `initial` is up to date. */
  change_seq: number;
  filters: RunFilters;
  /** Where this page of the list begins; undefined for the first. */
  cursor: string | undefined;
  matching: { count: number; more: boolean };
  /** How many runs were made from each of these, wherever they are. */
  families: Readonly<Record<string, number>>;
  /** Said instead of an empty list. */
  empty: ReactNode;
  /** Between the title and the list. */
  children: ReactNode;
}

/** The runs of a page as a table or as pictures, kept up to date, with what can be done with many. */
export function RunsView(props: RunsViewProps) {
  const { initial, change_seq, filters, cursor, matching, families, empty, children } = props;
  const { runs, patches, connection, feed } = useListedRuns({
    initial,
    cursor: change_seq,
    filters,
    newest: cursor === undefined,
  });
  const selection = useSelection(runs.map((run) => run.id));
  const byTime = filters.sort === undefined || filters.sort === "oldest";
  const count = `${formatRunCount(matching.count)}${matching.more ? " or more" : ""}`;
  return (
    <UpscaleScope>
      <PageHeader
        title="Runs"
        below={
          isFiltered(filters) ? `${count} ${matching.count === 1 ? "matches" : "match"}` : count
        }
        actions={
          <>
            <FreshnessMark connection={connection} />
            <ViewSwitch filters={filters} />
          </>
        }
      />
      {feed}
      {children}
      <div className="group/pick">
        <div className="rounded-lg border border-line bg-surface shadow-(--shadow)">
          {runs.length === 0 && empty}
          {runs.length > 0 &&
            (filters.view === "gallery" ? (
              <RunGallery runs={runs} selection={selection} />
            ) : (
              <RunTable
                runs={runs}
                label="Runs"
                selection={selection}
                families={byTime ? { totals: families, patches } : undefined}
              />
            ))}
        </div>
        <BulkBar filters={filters} cursor={cursor} matching={matching} selection={selection} />
      </div>
    </UpscaleScope>
  );
}
