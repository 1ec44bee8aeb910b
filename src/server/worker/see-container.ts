import type { ContainerView } from "@/domain/reconcile/plan";
import type { Container } from "../engine/engine";
import type { RunRow } from "../runs/run-record";
import { attemptOf } from "./prepare-run";
import type { Seen } from "./worker-context";

/** The container that belongs to a run's current attempt; older attempts do not count. */
export function findContainer(
  containers: readonly Container[],
  run: RunRow,
): Container | undefined {
  const attempt = attemptOf(run);
  return containers.find(
    (container) => container.run_id === run.id && container.attempt === attempt,
  );
}

/** What was seen, in the words of the plan. */
export function viewContainer(seen: Seen): ContainerView {
  if (typeof seen === "string") return seen;
  if (seen.state === "exited" && !seen.started_at) return "stillborn";
  return seen.state;
}
