import type { RunRow } from "../runs/run-row";

/** What arrived of a run since the page was rendered; null stands for a deleted one. */
export type RunPatch = {
  row: RunRow;
  /** Whether it meets the filters of the list. */
  fits: boolean;
} | null;

export type RunPatches = ReadonlyMap<string, RunPatch>;

/** Rows with their newest version, new ones included; deleted ones and those that no longer fit leave. */
export function mergeRuns(initial: readonly RunRow[], patches: RunPatches): RunRow[] {
  const merged = new Map(initial.map((row) => [row.id, row]));
  for (const [id, patch] of patches) {
    if (patch === null) merged.delete(id);
    else if (patch.row.change_seq > (merged.get(id)?.change_seq ?? -1)) {
      if (patch.fits) merged.set(id, patch.row);
      else merged.delete(id);
    }
  }
  return [...merged.values()];
}
