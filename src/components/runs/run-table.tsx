"use client";
import { useState } from "react";
import { groupFamilies } from "./group-families";
import type { RunRow } from "./run-row";
import { RunTableRow } from "./run-table-row";
import type { Selection } from "./use-selection";

interface RunTableProps {
  runs: readonly RunRow[];
  label: string;
  /** With boxes to tick. */
  selection?: Selection;
  /** With children below their parents; else every run stands where it is. */
  families?: boolean;
}

/** Runs as a table; must stand below an `UpscaleScope`. */
export function RunTable({ runs, label, selection, families = false }: RunTableProps) {
  const [folded, setFolded] = useState<readonly string[]>([]);
  const rows = families
    ? groupFamilies(runs)
    : runs.map((run) => ({ run, depth: 0, ancestors: [], descendants: 0 }));
  const toggle = (id: string) =>
    setFolded((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
  return (
    <table data-rows className="w-full text-left text-sm max-md:block" aria-label={label}>
      <thead className="text-muted text-xs max-md:hidden">
        <tr className="border-line border-b [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium">
          <th scope="col">
            {selection ? <SelectShown runs={runs} selection={selection} /> : "Run"}
          </th>
          <th scope="col">Type</th>
          <th scope="col">Status</th>
          <th scope="col" className="text-right">
            Duration
          </th>
          <th scope="col" className="text-right">
            Created
          </th>
          <th scope="col">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-md:block">
        {rows.map(({ run, depth, ancestors, descendants }) =>
          ancestors.some((id) => folded.includes(id)) ? null : (
            <RunTableRow
              key={run.id}
              run={run}
              depth={depth}
              {...(selection && { selection })}
              fold={
                descendants > 0
                  ? { descendants, open: !folded.includes(run.id), toggle: () => toggle(run.id) }
                  : null
              }
            />
          ),
        )}
      </tbody>
    </table>
  );
}

function SelectShown({ runs, selection }: { runs: readonly RunRow[]; selection: Selection }) {
  const picked = selection.ids.size;
  return (
    <label className="flex cursor-pointer items-center gap-3">
      <span className="flex size-6 items-center justify-center noscript:invisible">
        <input
          type="checkbox"
          aria-label="Select every run on this page"
          ref={(box) => {
            if (box) box.indeterminate = picked > 0 && picked < runs.length;
          }}
          checked={picked > 0 && picked === runs.length}
          onChange={(event) => selection.pickShown(event.target.checked)}
          className="size-4 accent-primary"
        />
      </span>
      Run
    </label>
  );
}
