import type { ActivityRecord, RunRecord } from "@/domain/records";

interface IdleFacts extends Pick<ActivityRecord, "engines" | "queue"> {
  pending: readonly Pick<RunRecord, "wait_reason">[];
}

/** Changes when the reason may have changed for which slots are idle. */
export function idleNews({ engines, queue, pending }: IdleFacts): string {
  const reasons = new Set(pending.map((run) => run.wait_reason));
  return JSON.stringify([
    queue.paused,
    engines.map(({ name, health, draining, slots }) => [name, health, draining, slots.length]),
    [...reasons].sort(),
  ]);
}
