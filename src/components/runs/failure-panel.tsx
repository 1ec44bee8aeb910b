import { CircleX } from "lucide-react";
import { adviseFailure } from "@/domain/failures/advise-failure";
import type { RunRecord } from "@/domain/records";

/** Why a run failed and what to do, before anything else. */
export function FailurePanel({ run }: { run: RunRecord }) {
  if (run.status !== "failed") return null;
  const advice = adviseFailure(run.error_code);
  return (
    <section
      aria-label="Why it failed"
      data-tone="danger"
      className="mb-4 flex gap-3 rounded-lg border border-tone/40 bg-tone/6 px-4 py-3.5"
    >
      <CircleX aria-hidden className="mt-0.5 size-5 shrink-0 text-tone" />
      <div className="min-w-0 space-y-1.5">
        <p className="font-medium [overflow-wrap:anywhere]">{run.error_message}</p>
        <p className="text-sm">
          {advice.text} <span data-retry={advice.retry}>{advice.retry_text}</span>
        </p>
        <p className="text-muted text-xs">
          {run.error_code && <span className="font-mono">{run.error_code}</span>}
          {run.exit_code !== null && <>, exit code {run.exit_code}</>}
        </p>
      </div>
    </section>
  );
}
