import type { RunRecord } from "@/domain/records";
import { isTerminal } from "@/domain/run-status";

export interface RunTracker {
  /** Takes in what was heard of a run; older news than what is known is dropped. */
  learn(run: RunRecord): void;
  /** Runs as last heard of, in the order given. */
  all(): RunRecord[];
  /** Those that have not ended. */
  open(): RunRecord[];
}

/** Keeps the newest record of each of these runs, whatever order the news comes in. */
export function trackRuns(runs: readonly RunRecord[]): RunTracker {
  const known = new Map(runs.map((run) => [run.id, run]));
  return {
    learn(run) {
      const before = known.get(run.id);
      if (before && before.change_seq <= run.change_seq) known.set(run.id, run);
    },
    all: () => [...known.values()],
    open: () => [...known.values()].filter((run) => !isTerminal(run.status)),
  };
}
