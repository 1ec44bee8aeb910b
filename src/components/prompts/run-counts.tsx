import { type RunStatus, runStatuses } from "@/domain/run-status";
import { statusLooks } from "../runs/run-status-badge";

interface RunCountsProps {
  /** A status without runs may be left out. */
  runs: Partial<Record<RunStatus, number>>;
}

/** How many runs there are by status: a sign and a number each, the word on hover and for readers. */
export function RunCounts({ runs }: RunCountsProps) {
  const present = runStatuses.filter((status) => runs[status]);
  if (present.length === 0) return <span className="text-muted">No runs</span>;
  return (
    <ul aria-label="Runs by status" className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      {present.map((status) => {
        const { label, icon: Icon, tone } = statusLooks[status];
        return (
          <li
            key={status}
            title={label}
            data-tone={tone}
            className="inline-flex items-center gap-1 text-tone"
          >
            <Icon aria-hidden className="size-3.5" />
            {(runs[status] ?? 0).toLocaleString("en")}
            <span className="sr-only"> {label.toLowerCase()}</span>
          </li>
        );
      })}
    </ul>
  );
}
