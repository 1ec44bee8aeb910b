import type { EngineRecord } from "@/domain/records";
import type { RunStatus } from "@/domain/run-status";

export interface Queue {
  paused: boolean;
  paused_by: string | null;
}

interface Waiting {
  /** Place in the queue, from 1. */
  place: number;
  /** Status of the run it continues; null when it continues none, undefined when that is not known. */
  parent_status: RunStatus | null | undefined;
  queue: Queue;
  engines: readonly EngineRecord[];
  /** What the worker says that it waits for. */
  wait_reason: string | null;
}

/** Why a pending run has not begun, for a person. */
export function waitingReason({ place, parent_status, queue, engines, ...run }: Waiting): string {
  if (parent_status === "pending") return "Waiting for its parent, which is in the queue too";
  if (parent_status === "running") return "Waiting for its parent, which is running";
  if (parent_status === undefined) return "Waiting for its parent";
  if (queue.paused)
    return `The queue is paused${queue.paused_by ? ` (by ${queue.paused_by})` : ""}`;
  const healthy = engines.filter((engine) => engine.health === "healthy");
  if (engines.length === 0) return "No worker has reported yet";
  if (healthy.length === 0) return "The engine does not answer, so nothing is started";
  if (run.wait_reason) return run.wait_reason;
  if (healthy.every((engine) => engine.draining))
    return "The engines are draining: nothing is started";
  const free = healthy.flatMap((engine) => engine.slots).filter((slot) => slot.run_id === null);
  if (free.length >= place) return "Starting now";
  if (place === 1) return "Next: starts when a slot is free";
  return `Slots are busy; ${place - 1} ahead of it`;
}
