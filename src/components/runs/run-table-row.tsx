"use client";
import Link from "next/link";
import { isTerminal } from "@/domain/run-status";
import { RunDuration } from "../format/run-duration";
import { TimeAgo } from "../format/time-ago";
import { NotifyToggle } from "../notices/notify-toggle";
import { OperationBadge } from "../operations/operation-badge";
import { type Fold, FoldButton, ParentButton, type ParentButtonProps } from "./family-buttons";
import { RatingStars } from "./rating-stars";
import { RunPoster } from "./run-poster";
import { RunProgress } from "./run-progress";
import type { RunRow } from "./run-row";
import { RunStatusBadge } from "./run-status-badge";
import { RunWarning } from "./run-warning";
import { SelectBox } from "./select-box";
import { SimulatedBadge } from "./simulated-badge";
import { UpscaleButton } from "./upscale-scope";
import type { Selection } from "./use-selection";

interface RunTableRowProps {
  run: RunRow;
  /** How many of its ancestors stand above it. */
  depth: number;
  /** It is not of this page: only shown beside its relatives. */
  guest?: boolean;
  /** Null where no run was made from it. */
  fold: Fold | null;
  /** Null where the run that it continues is in the table, or where it continues none. */
  parent: ParentButtonProps | null;
  selection: Selection | undefined;
}

/** One run of a table. */
export function RunTableRow(props: RunTableRowProps) {
  const { run, depth, guest = false, fold, parent, selection } = props;
  return (
    <tr
      data-run={run.id}
      data-status={run.status}
      data-depth={depth}
      data-guest={guest || undefined}
      className="relative data-guest:bg-sunken/60 hover:bg-hover/60 max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-2 max-md:gap-y-1.5 max-md:p-3 md:[&>td]:px-3 md:[&>td]:py-2"
    >
      <td className="w-full md:max-w-0">
        <div className="flex items-center gap-3">
          {selection &&
            (guest ? (
              <span className="w-6 shrink-0" />
            ) : (
              <SelectBox run_id={run.id} selection={selection} />
            ))}
          <Branch depth={depth} />
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
              {run.parent_run_id && depth === 0 && (
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
              {guest && ", not on this page"}
            </p>
          </div>
          {parent && <ParentButton {...parent} />}
          {fold && <FoldButton fold={fold} />}
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
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 md:flex-nowrap">
            <RunStatusBadge status={run.status} cancelling={run.cancelling} />
            <RatingStars rating={run.rating} />
          </span>
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
          {!isTerminal(run.status) && <NotifyToggle run={run} compact />}
        </span>
      </td>
    </tr>
  );
}

/** The line that leads from a parent's row to its child's. */
function Branch({ depth }: { depth: number }) {
  if (depth === 0) return null;
  return (
    <span
      aria-hidden
      style={{ marginLeft: `${(depth - 1) * 1.5}rem` }}
      className="-mt-5 h-8 w-4 shrink-0 rounded-bl-md border-control/60 border-b border-l"
    />
  );
}
