import { isTerminal } from "@/domain/run-status";
import { api } from "@/trpc/api";
import { errorCode } from "@/trpc/error-code";
import { describeEnd, type RunEnd } from "./describe-end";
import type { WatchedRun } from "./watched-runs";

interface Gone {
  id: string;
  /** Null for a run that was deleted, of which nothing is told. */
  end: RunEnd | null;
}

/** Which of these runs are over. Those of which the server says nothing now are left out. */
export async function findEnded(watched: readonly WatchedRun[]): Promise<Gone[]> {
  const looks = await Promise.all(watched.map(look));
  return looks.filter((each) => each !== null);
}

async function look(watched: WatchedRun): Promise<Gone | null> {
  const { id } = watched;
  try {
    const run = await api.runs.get.query({ id });
    return isTerminal(run.status) ? { id, end: describeEnd(watched, run) } : null;
  } catch (error) {
    return errorCode(error) === "NOT_FOUND" ? { id, end: null } : null;
  }
}
