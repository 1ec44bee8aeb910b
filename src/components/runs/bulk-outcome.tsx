import type { BulkAction } from "@/domain/bulk/bulk-action";
import { formatRunCount } from "../format/format-run-count";
import { Progress } from "../ui/progress";
import type { BulkState } from "./bulk-state";
import { RunLinks } from "./run-links";

interface BulkOutcomeProps {
  action: BulkAction;
  state: BulkState;
}

/** What was done so far, with links to the runs that it is about or that it made. */
export function BulkOutcome({ action, state }: BulkOutcomeProps) {
  const { done, done_count, refused, remaining } = state;
  const made = done.flatMap(({ new_run_id }) => new_run_id ?? []);
  const ids = made.length > 0 ? made : done.map(({ run_id }) => run_id);
  const ended = done_count + refused.length;
  return (
    <div className="mt-2 space-y-3 text-muted text-sm" aria-live="polite">
      {remaining !== null && remaining > 0 && (
        <>
          <Progress value={ended / (ended + remaining)} label="Runs done" />
          <p>{formatRunCount(remaining)} left</p>
        </>
      )}
      {action !== "delete" && ids.length > 0 && (
        <div>
          <h3 className="font-medium text-foreground">
            {made.length > 0 ? "The new runs" : "The runs"}
          </h3>
          <RunLinks ids={ids} more={done_count - ids.length} />
        </div>
      )}
      {refused.length > 0 && (
        <div>
          <h3 className="font-medium text-danger">{formatRunCount(refused.length)} refused</h3>
          <ul className="mt-1 max-h-40 space-y-1 overflow-y-auto">
            {refused.map(({ run_id, message }) => (
              <li key={run_id}>{message}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
