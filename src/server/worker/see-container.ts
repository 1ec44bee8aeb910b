import type { ContainerView } from "@/domain/reconcile/plan";
import type { Seen } from "./worker-context";

/** What was seen, in the words of the plan. */
export function viewContainer(seen: Seen): ContainerView {
  if (typeof seen === "string") return seen;
  if (seen.state === "exited" && !seen.started_at) return "stillborn";
  return seen.state;
}
