import type { ContainerState } from "../records";
import type { RunStatus } from "../run-status";

/** What the plan needs to know of a run's row. */
export interface RunView {
  status: RunStatus;
  cancelRequested: boolean;
  /**
   * Where a running run belongs: to this engine, to another one, or to one that is configured no more.
   * Pending and ended runs are everyone's.
   */
  place: "here" | "elsewhere" | "lost";
  /** The row names a container: one was made for it. */
  hasContainer: boolean;
  /** It waits for nothing but a slot: parent completed, queue not paused, among the first in line. */
  next: boolean;
  /** A slot is free for it. */
  slotFree: boolean;
  /** Its parent failed or was cancelled. */
  parentLost: boolean;
  /** When its wall-clock limit ends. */
  deadline: Date | null;
}

/**
 * What the engine says of the run's container. `stillborn`: it ended before its program began;
 * `unknown`: the engine did not answer.
 */
export type ContainerView = ContainerState | "stillborn" | "none" | "unknown";

export type Action =
  | "leave"
  | "adopt"
  | "claim"
  | "stage"
  | "unstage"
  | "create"
  | "recreate"
  | "open_gate"
  | "follow"
  | "settle"
  | "vanished"
  | "cancel"
  | "time_out"
  | "fail_with_parent"
  | "stop"
  | "remove";

/**
 * What to do about one run now. Pure: normal operation and recovery after a crash both follow it.
 * The table it implements is in ARCHITECTURE.md.
 */
export function plan(run: RunView, container: ContainerView, now: Date): Action {
  if (container === "unknown") return "leave";
  return planners[run.status](run, container, now);
}

type Known = Exclude<ContainerView, "unknown">;
type Planner = (run: RunView, container: Known, now: Date) => Action;

const pending: Planner = (run, container) => {
  if (run.cancelRequested) return "cancel";
  if (run.parentLost) return "fail_with_parent";
  if (container === "none" && run.hasContainer) return "unstage";
  // Nothing may run for a run that nobody claimed, and a gated container that died is of no use.
  if (container === "running" || container === "exited" || container === "stillborn") {
    return "unstage";
  }
  if (run.next && run.slotFree) return "claim";
  // Made but not started: its maker was killed in between.
  if (run.next) return container === "gated" ? "leave" : "stage";
  return container === "none" ? "leave" : "unstage";
};

const running: Planner = (run, container, now) => {
  // Staged here and claimed elsewhere; or this is the same host under a new name.
  if (run.place === "elsewhere") return container === "none" ? "leave" : "stop";
  if (run.place === "lost") return container === "none" ? "leave" : "adopt";
  if (container === "exited") return "settle";
  if (run.cancelRequested) return "cancel";
  if (container === "stillborn") return "recreate";
  if (container === "none") return run.hasContainer ? "vanished" : "create";
  if (run.deadline && now >= run.deadline) return "time_out";
  if (container === "running") return "follow";
  return container === "gated" ? "open_gate" : "create";
};

const ended: Planner = (_run, container) => {
  if (container === "none") return "leave";
  return container === "exited" || container === "stillborn" ? "remove" : "stop";
};

const planners: Record<RunStatus, Planner> = {
  pending,
  running,
  completed: ended,
  failed: ended,
  cancelled: ended,
};
