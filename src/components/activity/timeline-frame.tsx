import type { ReactNode } from "react";
import type { TimelineLane } from "@/domain/timeline/timeline-record";
import { timelineMetrics } from "./timeline-metrics";

interface TimelineFrameProps {
  lanes: readonly TimelineLane[];
  /** The drawing. */
  children: ReactNode;
}

/** Names of the lanes beside their drawing. */
export function TimelineFrame({ lanes, children }: TimelineFrameProps) {
  const { axis, lane: height } = timelineMetrics;
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] sm:grid-cols-[9rem_minmax(0,1fr)]">
      <div className="text-muted text-xs">
        <p style={{ height: axis, lineHeight: `${axis}px` }} className="pl-4">
          UTC
        </p>
        <ul aria-label="Lanes">
          {lanes.map((lane) => (
            <li
              key={`${lane.engine} ${lane.slot}`}
              style={{ height }}
              title={laneName(lane, lanes)}
              className="flex items-center pr-2 pl-4"
            >
              <span className="truncate">{laneName(lane, lanes)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="relative min-w-0 pr-4">{children}</div>
    </div>
  );
}

/** The name of a slot, with its engine where there are several. */
export function laneName(lane: TimelineLane, lanes: readonly TimelineLane[]): string {
  const alone = lanes.every(({ engine }) => engine === lane.engine);
  return alone ? lane.label : `${lane.label}, ${lane.engine}`;
}
