import type { BulkReport } from "@/domain/bulk/bulk-report";
import { runStatuses } from "@/domain/run-status";
import { formatRunCount } from "../format/format-run-count";
import { bulkWords } from "./bulk-words";
import { RunLinks } from "./run-links";
import { RunStatusBadge } from "./run-status-badge";

/** What an action would touch, by status, and what it would skip and why. */
export function BulkPreview({ preview }: { preview: BulkReport }) {
  const { action, applies, skipped, remaining } = preview;
  const { warning } = bulkWords[action];
  return (
    <div className="mt-2 space-y-3 text-sm">
      {remaining > 0 && warning && <p className="text-muted">{warning}</p>}
      {remaining > 0 && (
        <ul aria-label="What it touches" className="space-y-1">
          {runStatuses.map((status) => {
            const count = applies[status];
            return count ? (
              <li key={status} className="flex items-center gap-2">
                <RunStatusBadge status={status} />
                {formatRunCount(count)}
              </li>
            ) : null;
          })}
        </ul>
      )}
      {skipped.length > 0 && (
        <div>
          <h3 className="font-medium">Skipped</h3>
          <ul className="mt-1 space-y-1 text-muted">
            {skipped.map(({ reason, count, run_ids }) => (
              <li key={reason}>
                <details>
                  <summary className="min-h-6">
                    {formatRunCount(count)}: {reason}
                  </summary>
                  <RunLinks ids={run_ids} more={count - run_ids.length} />
                </details>
              </li>
            ))}
          </ul>
        </div>
      )}
      {remaining === 0 && skipped.length === 0 && (
        <p className="text-muted">The selected runs are no longer there.</p>
      )}
    </div>
  );
}
