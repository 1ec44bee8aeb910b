"use client";
import { formatDuration } from "@/domain/format-duration";
import type { Progress as RunProgressRecord } from "@/domain/progress";
import { useOperation } from "../operations/operations-context";
import { Progress } from "../ui/progress";
import type { RunRow } from "./run-row";

interface RunProgressProps {
  run: Pick<RunRow, "id" | "model_type" | "progress">;
}

/** How far a running run is: bar, phase, step, share and remaining time. */
export function RunProgress({ run }: RunProgressProps) {
  const operation = useOperation(run.model_type);
  const { progress } = run;
  const fraction = progress?.fraction ?? null;
  return (
    <div data-tone={operation?.tone} className="space-y-1.5">
      <Progress value={fraction} label={`Progress of run ${run.id}`} />
      <p className="flex justify-between gap-3 text-muted text-xs">
        <span className="inline-block min-w-0 truncate first-letter:uppercase">
          {phaseOf(progress)}
        </span>
        <span className="shrink-0">
          {fraction !== null && `${Math.round(fraction * 100)}%`}
          {progress?.eta_seconds != null && `, ${formatDuration(progress.eta_seconds)} left`}
        </span>
      </p>
    </div>
  );
}

function phaseOf(progress: RunProgressRecord | null): string {
  if (!progress) return "Starting";
  const { phase, step, total } = progress;
  return step !== null && total !== null ? `${phase} ${step} of ${total}` : phase;
}
