"use client";
import { type ReactNode, useState } from "react";
import { type TimelineView, viewSpan } from "@/domain/timeline/timeline-view";
import { useNow } from "../format/clock";
import type { RunFilters } from "../runs/run-filters";
import { TimelineFrame } from "./timeline-frame";
import type { TimelineMove } from "./timeline-moves";
import { TimelineToolbar } from "./timeline-toolbar";
import { useTimelineDrawing } from "./use-timeline-drawing";
import { useTimelineRecord } from "./use-timeline-record";

interface TimelineProps {
  /** How much time is seen at first, in milliseconds. */
  length: number;
  /** Changes when it should be read anew. */
  news: string;
  filters: RunFilters;
  presets: ReactNode;
  /** What is seen until the drawing can be shown. */
  children: ReactNode;
}

/** The timeline that can be moved: what it shows is its state, how much at first is in the address. */
export function Timeline({ length, news, filters, presets, children }: TimelineProps) {
  const now = useNow();
  const [view, setView] = useState<TimelineView>({ length, end: null });
  const span = viewSpan(view, now);
  const { record, problem } = useTimelineRecord(span, news);
  const Drawing = useTimelineDrawing();
  const move = (next: TimelineMove) => setView((known) => next(known, now));
  return (
    <>
      <header className="mb-1 flex min-h-11 flex-wrap items-center gap-x-4 border-line border-b px-4 py-1.5">
        <h2 className="font-medium text-sm">Timeline</h2>
        {presets}
        <TimelineToolbar following={view.end === null} onMove={move} />
      </header>
      {record && Drawing ? (
        <TimelineFrame lanes={record.lanes}>
          <Drawing record={record} span={span} now={now} filters={filters} onMove={move} />
        </TimelineFrame>
      ) : (
        children
      )}
      {record && record.cut_at !== null && record.cut_at > span.start && (
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
