"use client";
import Link from "next/link";
import { isTerminal } from "@/domain/run-status";
import { RunDuration } from "../format/run-duration";
import { TimeAgo } from "../format/time-ago";
import { NotifyToggle } from "../notices/notify-toggle";
import { OperationBadge } from "../operations/operation-badge";
import { HoverVideo } from "./hover-video";
import { RatingStars } from "./rating-stars";
import { RunPoster } from "./run-poster";
import type { RunRow } from "./run-row";
import { RunStatusBadge } from "./run-status-badge";
import { SelectBox } from "./select-box";
import { SimulatedBadge } from "./simulated-badge";
import { UpscaleButton } from "./upscale-scope";
import type { Selection } from "./use-selection";

interface RunGalleryProps {
  runs: readonly RunRow[];
  selection: Selection;
}

/** Runs as pictures; must stand below an `UpscaleScope`. */
export function RunGallery({ runs, selection }: RunGalleryProps) {
  return (
    <ul
      data-rows
      aria-label="Runs"
      className="grid grid-cols-2 gap-3 p-3 sm:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] sm:gap-4 sm:p-4"
    >
      {runs.map((run) => (
        <li key={run.id} data-run={run.id} data-status={run.status} className="min-w-0">
          <Card run={run} selection={selection} />
        </li>
      ))}
    </ul>
  );
}

function Card({ run, selection }: { run: RunRow; selection: Selection }) {
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-lg border border-line bg-background hover:border-control/60">
      <HoverVideo src={run.video_url}>
        <RunPoster run={run} className="w-full" />
      </HoverVideo>
      <span className="absolute top-1.5 left-1.5 z-1 rounded-md bg-surface/90">
        <SelectBox run_id={run.id} selection={selection} />
      </span>
      <div className="flex flex-1 flex-col gap-2 p-3">
        <div>
          <Link
            href={`/runs/${run.id}`}
            prefetch={false}
            className="block truncate font-medium text-sm stretched"
          >
            {run.prompt_name}
          </Link>
          <p className="truncate font-mono text-muted text-xs">{run.id}</p>
        </div>
        <span className="flex flex-wrap gap-1">
          <OperationBadge type={run.model_type} />
          <RunStatusBadge status={run.status} cancelling={run.cancelling} />
          <SimulatedBadge simulated={run.simulated} />
        </span>
        <div className="mt-auto flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
          <RunDuration started_at={run.started_at} completed_at={run.completed_at} />
          <TimeAgo at={run.created_at} />
          <RatingStars rating={run.rating} />
          <span className="relative z-1 ml-auto">
            <UpscaleButton run={run} />
            {!isTerminal(run.status) && <NotifyToggle run={run} compact />}
          </span>
        </div>
      </div>
    </article>
  );
}
