"use client";
import Link from "next/link";
import { cancelRunAction } from "@/app/actions/cancel-run";
import type { EngineRecord } from "@/domain/records";
import { RunDuration } from "../format/run-duration";
import { ActionForm } from "../forms/action-form";
import { NotifyToggle } from "../notices/notify-toggle";
import { OperationBadge } from "../operations/operation-badge";
import { RunProgress } from "../runs/run-progress";
import type { RunRow } from "../runs/run-row";
import { RunStatusBadge } from "../runs/run-status-badge";
import { RunWarning } from "../runs/run-warning";
import { SimulatedBadge } from "../runs/simulated-badge";
import { Card } from "../ui/card";

interface RunningListProps {
  runs: readonly RunRow[];
  /** Runs for which the engine has no container. */
  missing: readonly string[];
  engines: readonly EngineRecord[];
}

export function RunningList({ runs, missing, engines }: RunningListProps) {
  return (
    <Card title="Running" aside={<span className="text-muted text-sm">{runs.length}</span>}>
      {runs.length === 0 && <p className="px-4 py-5 text-muted text-sm">No run is running.</p>}
      <ul data-rows className="divide-y divide-line">
        {runs.map((run) => (
          <li
            key={run.id}
            data-run={run.id}
            data-status={run.status}
            className="space-y-2.5 px-4 py-3"
          >
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <OperationBadge type={run.model_type} />
              <SimulatedBadge simulated={run.simulated} />
              <Link
                href={`/runs/${run.id}`}
                prefetch={false}
                className="min-w-0 flex-1 truncate font-medium text-sm hover:underline"
              >
                {run.prompt_name}
              </Link>
              <span className="text-muted text-xs">
                {slotLabel(engines, run)}
                <RunDuration started_at={run.started_at} completed_at={run.completed_at} />
              </span>
              <NotifyToggle run={run} compact />
              {run.cancelling ? (
                <RunStatusBadge status="running" cancelling />
              ) : (
                <ActionForm action={cancelRunAction} fields={{ id: run.id }} size="sm">
                  Cancel
                </ActionForm>
              )}
            </div>
            <RunProgress run={run} />
            <RunWarning warning={run.warning} />
            {missing.includes(run.id) && (
              <p data-tone="warning" className="text-tone text-xs">
                The engine has no container for this run; the worker settles it at its next look.
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function slotLabel(engines: readonly EngineRecord[], run: RunRow): string {
  const slots = engines.flatMap((engine) => engine.slots);
  const ids = run.slot?.split(",") ?? [];
  const labels = ids.map((id) => slots.find((slot) => slot.id === id)?.label ?? id);
  return labels.map((label) => `${label}, `).join("");
}
