"use client";
import { Star } from "lucide-react";
import Link from "next/link";
import { OperationIcon } from "../operations/operation-icon";
import { useOperation } from "../operations/operations-context";
import { RunPoster } from "./run-poster";
import type { RunRow } from "./run-row";
import { RunStatusBadge } from "./run-status-badge";
import { SimulatedBadge } from "./simulated-badge";

interface LineageNodeProps {
  run: RunRow;
  /** It is the run of this page. */
  current: boolean;
}

/** One run of a family: what it is, how it is, and a glimpse of what it made. */
export function LineageNode({ run, current }: LineageNodeProps) {
  const operation = useOperation(run.model_type);
  return (
    <Link
      href={`/runs/${run.id}`}
      prefetch={false}
      aria-current={current ? "page" : undefined}
      data-run={run.id}
      data-status={run.status}
      className="flex size-full items-center gap-2.5 rounded-md border border-line bg-surface px-2 py-1.5 hover:bg-hover aria-[current]:border-foreground aria-[current]:bg-sunken aria-[current]:shadow-[0_0_0_1px_var(--foreground)]"
    >
      {run.text === null && <RunPoster run={run} className="w-18 shrink-0 rounded-sm" />}
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex items-center gap-1.5 text-xs">
          {operation && (
            <span data-tone={operation.tone} className="text-tone">
              <OperationIcon type={operation.type} className="size-3.5 shrink-0" />
            </span>
          )}
          <span className="truncate font-medium">{operation?.label ?? run.model_type}</span>
          {current && <span className="sr-only">, this run,</span>}
          <span className="ml-auto font-mono text-2xs text-muted">{run.id.slice(0, 8)}</span>
        </span>
        {run.text !== null && <span className="truncate text-muted text-xs">{run.text}</span>}
        <span className="flex flex-wrap items-center gap-1">
          <RunStatusBadge status={run.status} cancelling={run.cancelling} />
          <SimulatedBadge simulated={run.simulated} />
          {run.rating !== null && <Rating rating={run.rating} />}
        </span>
      </span>
    </Link>
  );
}

function Rating({ rating }: { rating: number }) {
  return (
    <span data-tone="warning" className="inline-flex items-center gap-0.5 text-tone text-xs">
      <Star aria-hidden className="size-3.5 fill-tone" />
      <span className="sr-only">Rated </span>
      {rating}
      <span className="sr-only"> of 5</span>
    </span>
  );
}
