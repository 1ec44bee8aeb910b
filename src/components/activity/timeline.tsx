"use client";
import { type ReactNode, useState } from "react";
import { type TimelineView, viewSpan } from "@/domain/timeline/timeline-view";
import { useNow } from "../format/clock";
import { useLoaded } from "../live/use-loaded";
import type { RunFilters } from "../runs/run-filters";
import type { TimelineMove } from "./timeline-moves";
import { TimelineToolbar } from "./timeline-toolbar";

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

const loadLive = () => import("./timeline-live").then(({ TimelineLive }) => TimelineLive);

/** The timeline that can be moved: what it shows is its state, how much at first is in the address. */
export function Timeline({ length, news, filters, presets, children }: TimelineProps) {
  const now = useNow();
  const [view, setView] = useState<TimelineView>({ length, end: null });
  const span = viewSpan(view, now);
  const Live = useLoaded(loadLive);
  const move = (next: TimelineMove) => setView((known) => next(known, now));
  return (
    <>
      <header className="mb-1 flex min-h-11 flex-wrap items-center gap-x-4 border-line border-b px-4 py-1.5">
        <h2 className="font-medium text-sm">Timeline</h2>
        {presets}
        <TimelineToolbar length={view.length} following={view.end === null} onMove={move} />
      </header>
      {Live ? (
        <Live span={span} now={now} news={news} filters={filters} onMove={move}>
          {children}
        </Live>
      ) : (
        children
      )}
    </>
  );
}
