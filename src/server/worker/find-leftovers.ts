import { isTerminal } from "@/domain/run-status";
import type { Container } from "../engine/engine";
import type { RunRow } from "../runs/run-record";

/** Where a run belongs, seen from one engine. */
type PlaceOf = (run: RunRow) => "here" | "elsewhere" | "lost";

/**
 * Ids of runs that have ended, or run elsewhere, whose containers still live here. While one may hold a GPU,
 * nothing new is started; nor before what ran here under another name holds its slot under ours.
 */
export function findLeftovers(
  active: readonly RunRow[],
  containers: readonly Container[],
  placeOf: PlaceOf,
): string[] {
  return active
    .filter((run) => {
      const place = run.status === "running" ? placeOf(run) : "here";
      if (place === "here" && !isTerminal(run.status)) return false;
      return containers.some(
        ({ run_id, state }) => run_id === run.id && (state !== "exited" || place === "lost"),
      );
    })
    .map((run) => run.id);
}
