"use client";
import Link from "next/link";
import { RunDuration } from "../format/run-duration";
import { TimeAgo } from "../format/time-ago";
import { OperationBadge } from "../operations/operation-badge";
import { RunPoster } from "./run-poster";
import { RunProgress } from "./run-progress";
import type { RunRow } from "./run-row";
import { RunStatusBadge } from "./run-status-badge";
import { UpscaleButton } from "./upscale-scope";

/** Runs as a table; must stand below an `UpscaleScope`. */
export function RunTable({ runs, label }: { runs: readonly RunRow[]; label: string }) {
  return (
    <table className="w-full text-left text-sm" aria-label={label}>
      <thead className="text-muted text-xs">
        <tr className="border-line border-b [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium">
          <th scope="col">Run</th>
          <th scope="col" className="max-md:hidden">
            Type
          </th>
          <th scope="col" className="max-md:hidden">
            Status
          </th>
          <th scope="col" className="text-right max-md:hidden">
            Duration
          </th>
          <th scope="col" className="text-right max-md:hidden">
            Created
          </th>
          <th scope="col" className="max-md:hidden">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
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
      className="relative hover:bg-hover/60 [&>td]:px-3 [&>td]:py-2"
    >
      <td className="w-full max-w-0">
        <div className="flex items-center gap-3">
          <RunPoster run={run} className="w-16 shrink-0 rounded-sm" />
          <div className="min-w-0 flex-1">
            <Link
              href={`/runs/${run.id}`}
              prefetch={false}
              className="block truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
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
            <div className="mt-1.5 flex flex-wrap items-center gap-1.5 text-muted text-xs md:hidden">
              <OperationBadge type={run.model_type} />
              <RunStatusBadge status={run.status} cancelling={run.cancelling} />
              <TimeAgo at={run.created_at} />
              <span className="relative z-1">
                <UpscaleButton run={run} />
              </span>
            </div>
          </div>
        </div>
      </td>
      <td className="max-md:hidden">
        <OperationBadge type={run.model_type} />
      </td>
      <td className="max-md:hidden">
        {run.status === "running" && !run.cancelling ? (
          <div className="w-52">
            <RunProgress run={run} />
          </div>
        ) : (
          <RunStatusBadge status={run.status} cancelling={run.cancelling} />
        )}
      </td>
      <td className="whitespace-nowrap text-right max-md:hidden">
        <RunDuration started_at={run.started_at} completed_at={run.completed_at} />
      </td>
      <td className="text-right text-muted max-md:hidden">
        <TimeAgo at={run.created_at} />
      </td>
      <td className="text-right max-md:hidden">
        <span className="relative z-1">
          <UpscaleButton run={run} />
        </span>
      </td>
    </tr>
  );
}
