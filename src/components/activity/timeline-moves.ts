import { panView, type TimelineView, zoomView } from "@/domain/timeline/timeline-view";

/** A change of what is looked at; `now` in milliseconds. */
export type TimelineMove = (view: TimelineView, now: number) => TimelineView;

const pan =
  (part: number): TimelineMove =>
  (view, now) =>
    panView(view, part, now);
const zoom =
  (factor: number): TimelineMove =>
  (view, now) =>
    zoomView(view, { factor, now });

/** What keys do. */
export const timelineMoves = {
  ArrowLeft: pan(-0.25),
  ArrowRight: pan(0.25),
  PageUp: pan(-1),
  PageDown: pan(1),
  End: ({ length }) => ({ length, end: null }),
  "+": zoom(1 / 2),
  "=": zoom(1 / 2),
  "-": zoom(2),
  _: zoom(2),
} as const satisfies Record<string, TimelineMove>;

export function findMove(key: string): TimelineMove | undefined {
  return Object.hasOwn(timelineMoves, key)
    ? timelineMoves[key as keyof typeof timelineMoves]
    : undefined;
}
