/** What must be known of a run to find its relatives. */
interface Relative {
  id: string;
  parent_run_id: string | null;
}

/** The runs of a family from which this one was made, the nearest first. */
export function pickAncestors<T extends Relative>(family: readonly T[], id: string): T[] {
  const wanted = family.find((run) => run.id === id)?.parent_run_id;
  const parent = family.find((run) => run.id === wanted);
  return parent ? [parent, ...pickAncestors(family, parent.id)] : [];
}

/** The runs of a family that were made from this one, directly or over others. */
export function pickDescendants<T extends Relative>(family: readonly T[], id: string): T[] {
  const children = family.filter((run) => run.parent_run_id === id);
  return children.flatMap((child) => [child, ...pickDescendants(family, child.id)]);
}
