"use client";
import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Span } from "@/domain/timeline/span";
import type { TimelineRecord } from "@/domain/timeline/timeline-record";
import { windowToRead } from "@/domain/timeline/timeline-view";
import { trpc } from "@/trpc/react";

/** A window that was cut short is read anew for a part this many times shorter. */
const CLOSER = 4;
const CALM_MAX_MS = 10_000;
const CALM_PART = 100_000;
const RETRY_MS = 3000;

const iso = (at: number) => new Date(at).toISOString();

/**
 * The timeline around a span: read when the span leaves what is known, and when `news` says that
 * something has changed. Undefined until the first answer.
 */
export function useTimelineRecord(span: Span, news: string) {
  const [window, setWindow] = useState(() => windowToRead(span));
  const { timeline } = trpc.useUtils().activity;
  const { data, error, isFetching } = trpc.activity.timeline.useQuery(
    { from: iso(window.start), to: iso(window.end) },
    {
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: ({ state }) => (state.status === "error" ? RETRY_MS : false),
    },
  );
  if (!isWithin(span, window) || isCut(data, span)) {
    const wanted = windowToRead(span);
    if (wanted.start !== window.start || wanted.end !== window.end) setWindow(wanted);
  }
  const read = useRef({ news, at: 0 });
  // News of the last second can't be seen in a week, and a week is much to read.
  const calmMs = Math.min(CALM_MAX_MS, (window.end - window.start) / CALM_PART);
  useEffect(() => {
    // One at a time: news that come faster than answers would put them off for ever.
    if (isFetching || read.current.news === news) return undefined;
    const timer = setTimeout(
      () => {
        read.current = { news, at: Date.now() };
        void timeline.invalidate();
      },
      Math.max(0, read.current.at + calmMs - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [isFetching, timeline, news, calmMs]);
  return { record: data, problem: error?.message };
}

const isWithin = (span: Span, window: Span) => window.start <= span.start && span.end <= window.end;

function isCut(record: TimelineRecord | undefined, span: Span): boolean {
  if (!record || record.cut_at === null || record.cut_at <= span.start) return false;
  return record.end - record.start > CLOSER * (span.end - span.start);
}
