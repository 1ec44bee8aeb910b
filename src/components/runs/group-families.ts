/** What must be known of a run to stand in its family. */
interface Member {
  id: string;
  parent_run_id: string | null;
  created_at: string;
}

export interface FamilyRow<T> {
  run: T;
  /** How many of its ancestors stand above it. */
  depth: number;
  /** Those ancestors, the nearest last. */
  ancestors: string[];
  /** How many runs stand below it as its descendants. */
  descendants: number;
}

/**
 * Puts every run right below its parent where both are in the list, the oldest child first. A family
 * stands where its first member stood.
 */
export function groupFamilies<T extends Member>(runs: readonly T[]): FamilyRow<T>[] {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const children = new Map<string, T[]>();
  for (const run of runs) {
    if (run.parent_run_id === null || !byId.has(run.parent_run_id)) continue;
    children.set(run.parent_run_id, [...(children.get(run.parent_run_id) ?? []), run]);
  }
  const rootOf = (run: T): T => {
    const parent = run.parent_run_id === null ? undefined : byId.get(run.parent_run_id);
    return parent ? rootOf(parent) : run;
  };
  const below = (run: T, ancestors: string[]): FamilyRow<T>[] => {
    const own = [...(children.get(run.id) ?? [])].sort(
      (a, b) => a.created_at.localeCompare(b.created_at) || a.id.localeCompare(b.id),
    );
    const rows = own.flatMap((child) => below(child, [...ancestors, run.id]));
    return [{ run, depth: ancestors.length, ancestors, descendants: rows.length }, ...rows];
  };
  return [...new Set(runs.map(rootOf))].flatMap((root) => below(root, []));
}
