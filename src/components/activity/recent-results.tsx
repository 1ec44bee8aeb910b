"use client";
import { Clapperboard } from "lucide-react";
import Link from "next/link";
import { RunDuration } from "../format/run-duration";
import { TimeAgo } from "../format/time-ago";
import { OperationBadge } from "../operations/operation-badge";
import { RunPoster } from "../runs/run-poster";
import type { RunRow } from "../runs/run-row";
import { RunStatusBadge } from "../runs/run-status-badge";
import { SimulatedBadge } from "../runs/simulated-badge";
import { UpscaleButton } from "../runs/upscale-scope";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";

interface RecentResultsProps {
  runs: readonly RunRow[];
  filtered: boolean;
}

export function RecentResults({ runs, filtered }: RecentResultsProps) {
  return (
    <Card
      title="Recent results"
      aside={
        <Link href="/runs" prefetch={false} className="text-muted text-sm hover:text-foreground">
          All runs
        </Link>
      }
    >
      {runs.length === 0 && <NoResults filtered={filtered} />}
      <ul
        data-rows
        className="grid grid-cols-1 gap-3 p-3 empty:hidden sm:grid-cols-2 xl:grid-cols-3"
      >
        {runs.map((run) => (
          <li
            key={run.id}
            data-run={run.id}
            data-status={run.status}
            className="group relative flex min-w-0 flex-col overflow-hidden rounded-md border border-line hover:border-control"
          >
            <Picture run={run} />
            <div className="flex flex-1 flex-col gap-2 p-2.5">
              <Link
                href={`/runs/${run.id}`}
                prefetch={false}
                className="truncate font-medium text-sm stretched"
              >
                {run.prompt_name}
              </Link>
              <div className="flex flex-wrap items-center gap-1.5">
                <OperationBadge type={run.model_type} />
                <RunStatusBadge status={run.status} />
                <SimulatedBadge simulated={run.simulated} />
              </div>
              <div className="mt-auto flex min-h-7 items-center justify-between gap-2 text-muted text-xs">
                <span>
                  {run.started_at && (
                    <>
                      <RunDuration started_at={run.started_at} completed_at={run.completed_at} />
                      {", "}
                    </>
                  )}
                  <TimeAgo at={run.completed_at ?? run.created_at} />
                </span>
                <span className="relative z-1">
                  <UpscaleButton run={run} />
                </span>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A frame, the text that was written, or why it failed. */
function Picture({ run }: { run: RunRow }) {
  const words = run.error_message ?? run.text;
  if (run.poster_url || !words) return <RunPoster run={run} className="w-full" />;
  return (
    <p
      data-tone={run.error_message ? "danger" : undefined}
      className="aspect-video overflow-hidden bg-sunken p-3 text-sm leading-relaxed data-[tone=danger]:text-tone"
    >
      <span className="line-clamp-5">{words}</span>
    </p>
  );
}

function NoResults({ filtered }: { filtered: boolean }) {
  if (filtered) return <EmptyState title="No finished run matches these filters" />;
  return (
    <EmptyState
      icon={<Clapperboard />}
      title="Nothing has run yet"
      command='npx --no cosmos create prompt "A rainy night drive" ./assets/demo'
    >
      <p>
        Write a{" "}
        <Link href="/prompts" prefetch={false} className="underline">
          prompt
        </Link>{" "}
        for an input video, then start an operation.
      </p>
    </EmptyState>
  );
}
