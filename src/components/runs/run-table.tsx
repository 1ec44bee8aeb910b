"use client";
import { useState } from "react";
import type { RunPatches } from "../live/merge-runs";
import { groupFamilies } from "./group-families";
import type { RunRow } from "./run-row";
import { RunTableRow } from "./run-table-row";
import { useRelatives } from "./use-relatives";
import type { Selection } from "./use-selection";

interface FamilyNews {
  /** How many runs were made from each run, wherever they are; those without are left out. */
  totals: Readonly<Record<string, number>>;
  /** What arrived since the page was rendered. */
  patches: RunPatches;
}

interface RunTableProps {
  runs: readonly RunRow[];
  label: string;
  /** With boxes to tick. */
  selection?: Selection;
  /** With children below their parents; else every run stands where it is. */
  families?: FamilyNews | undefined;
}

const noPatches: RunPatches = new Map();

/** Runs as a table; must stand below an `UpscaleScope`. */
export function RunTable({ runs, label, selection, families }: RunTableProps) {
  const [folded, setFolded] = useState<readonly string[]>([]);
  const relatives = useRelatives(runs, families?.patches ?? noPatches);
  const guests = new Set(relatives.guests.map((run) => run.id));
  const rows = families
    ? groupFamilies([...runs, ...relatives.guests])
    : runs.map((run) => ({ run, depth: 0, ancestors: [], descendants: 0 }));
  const toggle = (id: string) =>
    setFolded((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
  const foldOf = ({ run: { id }, descendants }: { run: RunRow; descendants: number }) => {
    const known = relatives.totals[id] ?? families?.totals[id] ?? 0;
    const total = relatives.unfolded.has(id) ? descendants : Math.max(descendants, known);
    if (total === 0) return null;
    const missing = total - descendants;
    const fetchAll = () => {
      setFolded((ids) => ids.filter((each) => each !== id));
      void relatives.show(id, "descendants");
    };
    return {
      total,
      missing,
      open: missing === 0 && !folded.includes(id),
      busy: relatives.asking === id,
      toggle: missing > 0 ? fetchAll : () => toggle(id),
    };
  };
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
        {rows.map((row) =>
          row.ancestors.some((id) => folded.includes(id)) ? null : (
            <RunTableRow
              key={row.run.id}
              run={row.run}
              depth={row.depth}
              guest={guests.has(row.run.id)}
              selection={selection}
              fold={foldOf(row)}
              parent={
                families && row.depth === 0 && row.run.parent_run_id !== null
                  ? {
                      run_id: row.run.parent_run_id,
                      busy: relatives.asking === row.run.id,
                      show: () => void relatives.show(row.run.id, "ancestors"),
                    }
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
