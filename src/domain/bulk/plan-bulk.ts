import { getOperation, type ModelType } from "../operations/registry";
import { isTerminal, type RunStatus } from "../run-status";
import type { BulkAction } from "./bulk-action";

/** What must be known of a run to say whether an action applies to it. */
export interface RunFacts {
  id: string;
  model_type: ModelType;
  status: RunStatus;
  rating: number | null;
  parent_run_id: string | null;
  child_run_ids: readonly string[];
  /** It was asked to stop and has not yet. */
  cancelling: boolean;
  has_video: boolean;
  /** An upscale of it exists that has not failed. */
  upscaled: boolean;
  retried: boolean;
  /** A retry of it would find a parent to continue, or needs none. */
  parent_alive: boolean;
}

interface Selection {
  action: BulkAction;
  /** Every selected run. */
  runs: readonly RunFacts[];
  /** For `rate`: 1..5, or null to take ratings back. */
  rating: number | null;
}

export interface BulkPlan {
  /** The runs it applies to, in the order in which it must be done. */
  steps: RunFacts[];
  skipped: { run: RunFacts; reason: string }[];
}

interface Seen extends Selection {
  byId: ReadonlyMap<string, RunFacts>;
}

/** Why an action does not apply to a run, in a few words; null when it does. */
const obstacles: Record<BulkAction, (run: RunFacts, seen: Seen) => string | null> = {
  cancel: (run) => {
    if (isTerminal(run.status)) return "ended already";
    return run.cancelling ? "being cancelled already" : null;
  },
  retry: (run, seen) => {
    if (!isTerminal(run.status)) return "not ended yet";
    if (run.status === "completed") return "completed, so there is nothing to retry";
    if (run.retried) return "retried already";
    return run.parent_alive || parentIsRetried(run, seen) ? null : "the parent did not complete";
  },
  upscale: (run) => {
    const fits = getOperation("upscale").parents.includes(run.model_type);
    if (!fits || run.status !== "completed" || !run.has_video)
      return "no completed video to upscale";
    return run.upscaled ? "upscaled already" : null;
  },
  rate: (run, { rating }) => {
    if (run.status !== "completed") return "not completed, so there is nothing to rate";
    return run.rating === rating ? "rated so already" : null;
  },
  delete: (run, seen) => {
    if (!isTerminal(run.status)) return "still active: cancel it first";
    return run.child_run_ids.every((id) => isDeleted(id, seen))
      ? null
      : "continued by runs that stay";
  },
};

/** Parents before their children for a retry, else children first: they hold on to their parents. */
const parentsFirst: Record<BulkAction, boolean> = {
  cancel: false,
  retry: true,
  upscale: true,
  rate: true,
  delete: false,
};

/** Which of the selected runs an action applies to, and why not to the others. Pure. */
export function planBulk(selection: Selection): BulkPlan {
  const { action, runs } = selection;
  const seen = { ...selection, byId: new Map(runs.map((run) => [run.id, run])) };
  const plan: BulkPlan = { steps: [], skipped: [] };
  for (const run of runs) {
    const reason = obstacles[action](run, seen);
    if (reason === null) plan.steps.push(run);
    else plan.skipped.push({ run, reason });
  }
  const sign = parentsFirst[action] ? 1 : -1;
  plan.steps.sort((a, b) => sign * (depthOf(a, seen) - depthOf(b, seen)));
  return plan;
}

function parentIsRetried(run: RunFacts, seen: Seen): boolean {
  const parent = run.parent_run_id === null ? undefined : seen.byId.get(run.parent_run_id);
  return parent !== undefined && obstacles.retry(parent, seen) === null;
}

function isDeleted(id: string, seen: Seen): boolean {
  const run = seen.byId.get(id);
  return run !== undefined && obstacles.delete(run, seen) === null;
}

/** How many of its ancestors are selected in an unbroken line. */
function depthOf(run: RunFacts, seen: Seen): number {
  const parent = run.parent_run_id === null ? undefined : seen.byId.get(run.parent_run_id);
  return parent ? 1 + depthOf(parent, seen) : 0;
}
