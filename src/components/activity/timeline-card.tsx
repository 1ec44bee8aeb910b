import Link from "next/link";
import { type SpanName, spanNames, timelineSpans } from "@/domain/timeline/timeline-spans";
import type { TimelineRecord } from "@/domain/timeline/timeline-record";
import { viewSpan } from "@/domain/timeline/timeline-view";
import type { OperationInfo } from "../operations/operation-info";
import { filterHref, type RunFilters } from "../runs/run-filters";
import { Card } from "../ui/card";
import { Timeline } from "./timeline";
import { TimelineLegend } from "./timeline-legend";
import { TimelineStill } from "./timeline-still";
import { TimelineTable } from "./timeline-table";

interface TimelineCardProps {
  record: TimelineRecord;
  shown: SpanName;
  filters: RunFilters;
  /** Changes when it should be read anew. */
  news: string;
  operations: readonly OperationInfo[];
}

/** What ran on which GPU, and when none did: a still picture that scripts bring to life. */
export function TimelineCard({ record, shown, filters, ...props }: TimelineCardProps) {
  const length = timelineSpans[shown].ms;
  const span = viewSpan({ length, end: null }, record.now);
  if (record.lanes.length === 0) return null;
  return (
    <Card className="mb-4">
      <Timeline
        key={shown}
        length={length}
        news={props.news}
        filters={filters}
        presets={<Presets shown={shown} filters={filters} />}
      >
        <TimelineStill record={record} span={span} operations={props.operations} />
      </Timeline>
      <TimelineLegend operations={props.operations} />
      <TimelineTable record={record} span={span} />
    </Card>
  );
}

function Presets({ shown, filters }: Pick<TimelineCardProps, "shown" | "filters">) {
  return (
    <nav aria-label="Time shown" className="flex gap-0.5">
      {spanNames.map((name) => (
        <Link
          key={name}
          href={filterHref("/", { ...filters, span: name === spanNames[0] ? undefined : name })}
          prefetch={false}
          scroll={false}
          aria-current={name === shown ? "true" : undefined}
          className="flex h-7 items-center rounded-md px-2 text-muted text-xs hover:bg-hover hover:text-foreground aria-[current]:bg-hover aria-[current]:text-foreground"
        >
          {timelineSpans[name].label}
        </Link>
      ))}
    </nav>
  );
}
