import type { Span } from "./span";

/** The part of time that is looked at, in milliseconds. */
export interface TimelineView {
  length: number;
  /** Its last moment; null when it follows the present. */
  end: number | null;
}

const LENGTH_MIN_MS = 10_000;
const LENGTH_MAX_MS = 31 * 86_400_000;
/** How much of the view is left free after the present, so that running bars show their edge. */
const AHEAD = 0.02;

export function viewSpan({ length, end }: TimelineView, now: number): Span {
  const last = end ?? now + length * AHEAD;
  return { start: last - length, end: last };
}

/** Moves by part of what is seen: −0.5 goes back by half of it. Never beyond the present. */
export function panView(view: TimelineView, part: number, now: number): TimelineView {
  const { end } = viewSpan(view, now);
  return held({ length: view.length, end: end + part * view.length }, now);
}

interface Zoom {
  /** Below 1 shows less time. */
  factor: number;
  /** The moment that keeps its place; the present, or else the middle, without. */
  anchor?: number | undefined;
  now: number;
}

export function zoomView(view: TimelineView, { factor, anchor, now }: Zoom): TimelineView {
  const length = Math.min(LENGTH_MAX_MS, Math.max(LENGTH_MIN_MS, view.length * factor));
  const { start, end } = viewSpan(view, now);
  if (anchor === undefined && view.end === null) return { length, end: null };
  const at = anchor ?? (start + end) / 2;
  return held({ length, end: at + (end - at) * (length / view.length) }, now);
}

/** Shows a span with some air around it. */
export function viewOf({ start, end }: Span, now: number): TimelineView {
  const length = Math.max(LENGTH_MIN_MS, (end - start) * 1.2);
  return held({ length, end: (start + end + length) / 2 }, now);
}

/** Follows the present once it is in view. */
function held({ length, end }: { length: number; end: number }, now: number): TimelineView {
  return { length, end: end >= now + length * AHEAD ? null : end };
}

/** The window to ask the server for: wider than the span and the same for spans nearby. */
export function windowToRead({ start, end }: Span): Span {
  const step = 2 ** Math.floor(Math.log2((end - start) / 2));
  return { start: Math.floor(start / step) * step, end: Math.ceil(end / step) * step };
}
