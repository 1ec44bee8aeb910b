import { isTerminal } from "@/domain/run-status";
import type { RunRecord } from "@/domain/records";
import { Card } from "../ui/card";
import { LineageGraph } from "./lineage-graph";
import { LiveLineage } from "./live-lineage";
import { toRunRow } from "./run-row";

interface RunLineageProps {
  /** The whole family, oldest first. */
  family: readonly RunRecord[];
  current_id: string;
  /** Everything up to here is in `family`. */
  cursor: number;
}

/** Which run came from which; followed while one of the others has not ended. */
export function RunLineage({ family, current_id, cursor }: RunLineageProps) {
  if (family.length < 2) return null;
  const rows = family.map(toRunRow);
  // The page itself is made anew when its own run turns.
  const moves = family.some(({ id, status }) => id !== current_id && !isTerminal(status));
  return (
    <Card
      title="Family"
      aside={<span className="text-muted text-sm">{family.length} runs</span>}
      className="overflow-hidden"
    >
      {moves ? (
        <LiveLineage initial={rows} current_id={current_id} cursor={cursor} />
      ) : (
        <LineageGraph family={rows} current_id={current_id} />
      )}
    </Card>
  );
}
