import type { Session } from "./open-session";

/** What one deletion removes, or would remove. */
export interface Removal {
  id: string;
  prompts: string[];
  runs: string[];
  /** Null where it cannot be said beforehand. */
  files: number | null;
  bytes: number | null;
  dry_run: boolean;
}

/**
 * What deleting these would remove, in the order in which it can be done: nothing is deleted yet,
 * and nothing will be when one of them cannot.
 */
export async function planRemovals(
  session: Session,
  kind: "run" | "prompt",
  ids: readonly string[],
): Promise<Removal[]> {
  if (kind === "run") return planRuns(session, ids);
  const { prompts } = session.client;
  const found = await Promise.all(ids.map((id) => prompts.get.query({ id })));
  const plan = [...new Set(found.map((prompt) => prompt.id))].map(async (id) => {
    return { id, ...(await prompts.delete.mutate({ id, dry_run: true })) };
  });
  return Promise.all(plan);
}

async function planRuns({ client }: Session, ids: readonly string[]): Promise<Removal[]> {
  const found = await Promise.all(ids.map((id) => client.runs.get.query({ id })));
  const byId = new Map(found.map((run) => [run.id, run]));
  const parents = new Set(found.map((run) => run.parent_run_id));
  const depth = (id: string | null): number => {
    const run = id === null ? undefined : byId.get(id);
    return run ? 1 + depth(run.parent_run_id) : 0;
  };
  // Children first: the server refuses to delete a run that others continue.
  const order = [...byId.keys()].sort((one, other) => depth(other) - depth(one));
  const plan = order.map(async (id): Promise<Removal> => {
    if (parents.has(id)) {
      return { id, prompts: [], runs: [id], files: null, bytes: null, dry_run: true };
    }
    return { id, ...(await client.runs.delete.mutate({ id, dry_run: true })) };
  });
  return Promise.all(plan);
}
