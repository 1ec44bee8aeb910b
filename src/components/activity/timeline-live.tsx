"use client";
import type { ReactNode } from "react";
import type { Span } from "@/domain/timeline/span";
import { TrpcProvider } from "@/trpc/provider";
import type { RunFilters } from "../runs/run-filters";
import { TimelineDrawing } from "./timeline-drawing";
import { TimelineFrame } from "./timeline-frame";
import type { TimelineMove } from "./timeline-moves";
import { useTimelineRecord } from "./use-timeline-record";

interface TimelineLiveProps {
  span: Span;
  now: number;
  /** Changes when it should be read anew. */
  news: string;
  filters: RunFilters;
  onMove: (move: TimelineMove) => void;
  /** What is seen until the first answer. */
  children: ReactNode;
}

/** The part of the timeline that is read from the server as it is moved. */
export function TimelineLive(props: TimelineLiveProps) {
  return (
    <TrpcProvider>
      <Lanes {...props} />
    </TrpcProvider>
  );
}

function Lanes({ news, children, ...drawing }: TimelineLiveProps) {
  const { record, problem } = useTimelineRecord(drawing.span, news);
  return (
    <>
      {record ? (
        <TimelineFrame lanes={record.lanes}>
          <TimelineDrawing record={record} {...drawing} />
        </TimelineFrame>
      ) : (
        children
      )}
      {record && record.cut_at !== null && record.cut_at > drawing.span.start && (
        <p className="px-4 pt-1 text-muted text-xs">
          There are too many runs to draw all: zoom in to see the earlier ones.
        </p>
      )}
      {problem && (
        <p role="alert" data-tone="warning" className="px-4 pt-1 text-tone text-xs">
          Not up to date: {problem}
        </p>
      )}
    </>
  );
}
