import Link from "next/link";
import type { RunRecord } from "@/domain/records";
import { formatRunCount } from "../format/format-run-count";
import { TimeAgo } from "../format/time-ago";
import { OperationBadge } from "../operations/operation-badge";
import { RunStatusBadge } from "../runs/run-status-badge";
import { SimulatedBadge } from "../runs/simulated-badge";
import { Card } from "../ui/card";

interface InputRunsProps {
  /** The newest ones. */
  runs: readonly RunRecord[];
  total: number;
}

/** The runs that were made with an input. */
export function InputRuns({ runs, total }: InputRunsProps) {
  const count = runs.length < total ? `Newest ${runs.length} of ` : "";
  return (
    <Card
      title="Runs that use it"
      aside={
        total > 0 && (
          <span className="text-muted text-sm">
            {count}
            {formatRunCount(total)}
          </span>
        )
      }
    >
      {total === 0 && <p className="px-4 py-6 text-center text-muted text-sm">No runs yet.</p>}
      <ul data-rows className="divide-y divide-line">
        {runs.map((run) => (
          <li
            key={run.id}
            className="relative flex flex-wrap items-center gap-x-2.5 gap-y-1 px-4 py-2 hover:bg-hover/60"
          >
            <OperationBadge type={run.model_type} />
            <RunStatusBadge status={run.status} />
            <SimulatedBadge simulated={run.simulated} />
            <Link
              href={`/runs/${run.id}`}
              prefetch={false}
              className="min-w-0 truncate text-sm stretched"
            >
              {run.prompt_name}
              <span className="ml-2 font-mono text-muted text-xs">{run.id.slice(0, 8)}</span>
            </Link>
            <span className="ml-auto text-muted text-xs">
              <TimeAgo at={run.created_at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
