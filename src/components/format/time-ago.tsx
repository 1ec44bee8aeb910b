"use client";
import { useNow } from "./clock";
import { formatExact, formatRelative } from "./format-relative";

/** A moment as people say it; the exact time on hover. */
export function TimeAgo({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={formatExact(at)} className="whitespace-nowrap">
      {formatRelative(Date.parse(at), now)}
    </time>
  );
}
