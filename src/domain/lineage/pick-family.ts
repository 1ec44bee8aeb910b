interface Member {
  id: string;
  parent_run_id: string | null;
  /** ISO-8601, in UTC. */
  created_at: string;
}

/** Of some runs those that are known to be of a family and all that came from them, oldest first. */
export function pickFamily<M extends Member>(runs: readonly M[], known: ReadonlySet<string>): M[] {
  const ids = new Set(known);
  const oldestFirst = (a: M, b: M) =>
    a.created_at.localeCompare(b.created_at) || a.id.localeCompare(b.id);
  return [...runs].sort(oldestFirst).filter(({ id, parent_run_id }) => {
    if (parent_run_id !== null && ids.has(parent_run_id)) ids.add(id);
    return ids.has(id);
  });
}
