"use client";
import { useNow } from "./clock";
import { formatDuration } from "@/domain/format-duration";

interface RunDurationProps {
  started_at: string | null;
  completed_at: string | null;
}

/** How long a run took, or has been running. Empty before it began. */
export function RunDuration({ started_at, completed_at }: RunDurationProps) {
  if (started_at === null) return null;
  const start = Date.parse(started_at);
  if (completed_at === null) return <Ticking start={start} />;
  return <>{formatDuration((Date.parse(completed_at) - start) / 1000)}</>;
}

function Ticking({ start }: { start: number }) {
  const now = useNow();
  return <>{formatDuration(Math.max(0, Math.floor((now - start) / 1000)))}</>;
}
