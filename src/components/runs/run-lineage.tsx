import Link from "next/link";
import type { RunRecord } from "@/domain/records";
import { OperationBadge } from "../operations/operation-badge";
import { Card } from "../ui/card";
import { RunStatusBadge } from "./run-status-badge";
import { SimulatedBadge } from "./simulated-badge";

interface RunLineageProps {
  /** The whole family, ancestors first. */
  family: readonly RunRecord[];
  current_id: string;
}

/** Which run came from which. */
export function RunLineage({ family, current_id }: RunLineageProps) {
  if (family.length < 2) return null;
  return (
    <Card title="Family">
      <ol className="py-1.5">
        {ordered(family).map(({ run, depth }) => (
          <li key={run.id} style={{ paddingLeft: `${1 + depth * 1.1}rem` }} className="pr-4">
            <Link
              href={`/runs/${run.id}`}
              prefetch={false}
              aria-current={run.id === current_id ? "page" : undefined}
              className="-mx-2 flex flex-wrap items-center gap-1.5 rounded-md px-2 py-1.5 hover:bg-hover aria-[current]:bg-sunken"
            >
              <OperationBadge type={run.model_type} />
              <RunStatusBadge status={run.status} />
              <SimulatedBadge simulated={run.simulated} />
              <span className="ml-auto font-mono text-muted text-xs">{run.id.slice(0, 8)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Each run right after its parent, with its distance from the first ancestor. */
function ordered(family: readonly RunRecord[]): { run: RunRecord; depth: number }[] {
  const ids = new Set(family.map((run) => run.id));
  const below = (parent: string | null, depth: number): { run: RunRecord; depth: number }[] =>
    family
      .filter((run) => (ids.has(run.parent_run_id ?? "") ? run.parent_run_id : null) === parent)
      .flatMap((run) => [{ run, depth }, ...below(run.id, depth + 1)]);
  return below(null, 0);
}
