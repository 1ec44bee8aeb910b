"use client";
import Link from "next/link";
import { cancelRunAction } from "@/app/actions/cancel-run";
import { pauseQueueAction } from "@/app/actions/pause-queue";
import { resumeQueueAction } from "@/app/actions/resume-queue";
import type { EngineRecord } from "@/domain/records";
import type { RunStatus } from "@/domain/run-status";
import { ActionForm } from "../forms/action-form";
import { TimeAgo } from "../format/time-ago";
import { OperationBadge } from "../operations/operation-badge";
import type { RunRow } from "../runs/run-row";
import { SimulatedBadge } from "../runs/simulated-badge";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { type Queue, waitingReason } from "./waiting-reason";

interface QueueListProps {
  /** Pending runs in the order in which they will start. */
  runs: readonly RunRow[];
  queue: Queue;
  engines: readonly EngineRecord[];
  statusOf: (id: string) => RunStatus | undefined;
}

export function QueueList({ runs, queue, engines, statusOf }: QueueListProps) {
  const title = (
    <span className="flex items-center gap-2">
      Queue {queue.paused && <Badge tone="warning">Paused</Badge>}
    </span>
  );
  return (
    <Card
      title={title}
      aside={
        <div className="flex items-center gap-3">
          <span className="text-muted text-sm">{runs.length}</span>
          <ActionForm action={queue.paused ? resumeQueueAction : pauseQueueAction} size="sm">
            {queue.paused ? "Resume" : "Pause"}
          </ActionForm>
        </div>
      }
    >
      {runs.length === 0 && (
        <p className="px-4 py-5 text-muted text-sm">
          {queue.paused
            ? "Nothing waits, and nothing new would start until resumed."
            : "Nothing waits."}
        </p>
      )}
      <ol data-rows className="divide-y divide-line">
        {runs.map((run, index) => (
          <li
            key={run.id}
            data-run={run.id}
            data-status={run.status}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm"
          >
            <span className="w-5 text-right text-muted text-xs">{index + 1}</span>
            <OperationBadge type={run.model_type} />
            <SimulatedBadge simulated={run.simulated} />
            <div className="min-w-0 flex-1 basis-28">
              <Link
                href={`/runs/${run.id}`}
                prefetch={false}
                className="block truncate font-medium hover:underline"
              >
                {run.prompt_name}
              </Link>
              <p className="text-muted text-xs">
                {waitingReason({
                  place: index + 1,
                  parent_status: run.parent_run_id === null ? null : statusOf(run.parent_run_id),
                  queue,
                  engines,
                  wait_reason: run.wait_reason,
                })}
              </p>
            </div>
            <span className="text-muted text-xs max-md:hidden">
              <TimeAgo at={run.created_at} />
            </span>
            <ActionForm action={cancelRunAction} fields={{ id: run.id }} size="sm" variant="ghost">
              Cancel
            </ActionForm>
          </li>
        ))}
      </ol>
    </Card>
  );
}
