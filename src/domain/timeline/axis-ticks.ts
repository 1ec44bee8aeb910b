import type { Span } from "./span";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const steps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7].map((count) => count * DAY),
];

export interface Tick {
  at: number;
  label: string;
}

/** Round moments within a span, at most `max` of them, in UTC: `14:30`, `14:30:05`, `Nov 28`. */
export function axisTicks({ start, end }: Span, max: number): Tick[] {
  const least = (end - start) / Math.max(1, max);
  const step = steps.find((each) => each >= least) ?? Math.ceil(least / DAY) * DAY;
  const ticks: Tick[] = [];
  for (let at = Math.ceil(start / step) * step; at <= end; at += step) {
    ticks.push({ at, label: label(at, step) });
  }
  return ticks;
}

function label(at: number, step: number): string {
  const date = new Date(at);
  if (at % DAY === 0) {
    return date.toLocaleDateString("en-US", { month: "short", day: "numeric", timeZone: "UTC" });
  }
  return date.toISOString().slice(11, step < MINUTE ? 19 : 16);
}
