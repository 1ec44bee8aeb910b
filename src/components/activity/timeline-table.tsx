import { formatDuration } from "@/domain/format-duration";
import { runStatuses } from "@/domain/run-status";
import type { Span } from "@/domain/timeline/span";
import { summarizeLane } from "@/domain/timeline/summarize-lane";
import type { TimelineRecord } from "@/domain/timeline/timeline-record";
import { statusLabel } from "../runs/run-status-badge";
import { laneName } from "./timeline-frame";

const REASONS_MAX = 4;

interface TimelineTableProps {
  record: TimelineRecord;
  span: Span;
}

/** The timeline in words and figures. */
export function TimelineTable({ record, span }: TimelineTableProps) {
  const until = Math.min(span.end, record.now);
  const within = { start: Math.max(span.start, record.cut_at ?? 0), end: until };
  return (
    <details className="border-line border-t px-4 py-2 text-sm">
      <summary className="w-fit text-muted text-xs hover:text-foreground">In figures</summary>
      <div className="overflow-x-auto pt-2 pb-1">
        <table className="w-full text-xs">
          <thead className="text-muted">
            <tr className="[&>th]:py-1 [&>th]:pr-4 [&>th]:text-left [&>th]:font-medium">
              <th scope="col">Slot</th>
              <th scope="col">Busy</th>
              <th scope="col">Runs</th>
              <th scope="col">Idle</th>
            </tr>
          </thead>
          <tbody>
            {record.lanes.map((lane) => {
              const { busy, runs, idle } = summarizeLane(lane, within, record.now);
              const counts = runStatuses.flatMap((status) =>
                runs[status] ? `${runs[status]} ${statusLabel(status).toLowerCase()}` : [],
              );
              const reasons = idle
                .slice(0, REASONS_MAX)
                .map(({ reason, ms }) => `${reason}: ${formatDuration(ms / 1000)}`);
              return (
                <tr
                  key={`${lane.engine} ${lane.slot}`}
                  className="align-top [&>*]:py-1 [&>*]:pr-4 [&>*]:text-left"
                >
                  <th scope="row" className="font-normal">
                    {laneName(lane, record.lanes)}
                  </th>
                  <td>{Math.round(busy * 100)} %</td>
                  <td>{counts.join(", ") || "None"}</td>
                  <td>{reasons.join("; ") || "Not at all"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
