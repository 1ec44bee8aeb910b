"use client";
import { pickFamily } from "@/domain/lineage/pick-family";
import { useLiveRuns } from "../live/use-live-runs";
import { LineageGraph } from "./lineage-graph";
import type { RunRow } from "./run-row";

interface LiveLineageProps {
  initial: readonly RunRow[];
  current_id: string;
  /** Everything up to here is in `initial`. */
  cursor: number;
}

/** A family that keeps itself up to date, and grows. */
export function LiveLineage({ initial, current_id, cursor }: LiveLineageProps) {
  const { runs, feed } = useLiveRuns({ initial, cursor });
  const known = new Set(initial.map(({ id }) => id));
  return (
    <>
      {feed}
      <LineageGraph family={pickFamily(runs, known)} current_id={current_id} />
    </>
  );
}
