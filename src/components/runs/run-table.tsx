"use client";
import Link from "next/link";
import { RunDuration } from "../format/run-duration";
import { TimeAgo } from "../format/time-ago";
import { OperationBadge } from "../operations/operation-badge";
import { RunPoster } from "./run-poster";
import { RunProgress } from "./run-progress";
import type { RunRow } from "./run-row";
import { RunStatusBadge } from "./run-status-badge";
import { RunWarning } from "./run-warning";
import { SimulatedBadge } from "./simulated-badge";
import { UpscaleButton } from "./upscale-scope";

/** Runs as a table; must stand below an `UpscaleScope`. */
export function RunTable({ runs, label }: { runs: readonly RunRow[]; label: string }) {
  return (
    <table className="w-full text-left text-sm max-md:block" aria-label={label}>
      <thead className="text-muted text-xs max-md:hidden">
        <tr className="border-line border-b [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium">
          <th scope="col">Run</th>
          <th scope="col">Type</th>
          <th scope="col">Status</th>
          <th scope="col" className="text-right">
            Duration
          </th>
          <th scope="col" className="text-right">
            Created
          </th>
          <th scope="col">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-md:block">
        {runs.map((run) => (
          <Row key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ run }: { run: RunRow }) {
  return (
    <tr
      data-run={run.id}
      data-status={run.status}
      className="relative hover:bg-hover/60 max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-2 max-md:gap-y-1.5 max-md:p-3 md:[&>td]:px-3 md:[&>td]:py-2"
    >
      <td className="w-full md:max-w-0">
        <div className="flex items-center gap-3">
          <RunPoster run={run} className="w-16 shrink-0 rounded-sm" />
          <div className="min-w-0 flex-1">
            <Link
              href={`/runs/${run.id}`}
              prefetch={false}
              className="block truncate font-medium stretched"
            >
              {run.prompt_name}
            </Link>
            <p className="truncate text-muted text-xs">
              <span className="font-mono">{run.id}</span>
              {run.parent_run_id && (
                <>
                  {", continues "}
                  <Link
                    href={`/runs/${run.parent_run_id}`}
                    prefetch={false}
                    className="relative z-1 font-mono underline decoration-line underline-offset-2 hover:text-foreground"
                  >
                    {run.parent_run_id.slice(0, 8)}
                  </Link>
                </>
              )}
            </p>
          </div>
        </div>
      </td>
      <td>
        <span className="flex flex-wrap gap-1">
          <OperationBadge type={run.model_type} />
          <SimulatedBadge simulated={run.simulated} />
        </span>
      </td>
      <td>
        {run.status === "running" && !run.cancelling ? (
          <div className="w-52">
            <span className="sr-only">Running</span>
            <RunProgress run={run} />
            <RunWarning warning={run.warning} />
          </div>
        ) : (
          <RunStatusBadge status={run.status} cancelling={run.cancelling} />
        )}
      </td>
      <td className="whitespace-nowrap text-right max-md:hidden">
        <RunDuration started_at={run.started_at} completed_at={run.completed_at} />
      </td>
      <td className="text-right text-muted max-md:text-xs">
        <TimeAgo at={run.created_at} />
      </td>
      <td className="text-right max-md:ml-auto">
        <span className="relative z-1">
          <UpscaleButton run={run} />
        </span>
      </td>
    </tr>
  );
}
