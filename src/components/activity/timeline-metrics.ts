/** Sizes of the drawing in CSS pixels, the same for the still picture and the canvas. */
export const timelineMetrics = {
  axis: 22,
  lane: 28,
  bar: 18,
  /** A bar is so low while its model is loaded. */
  load: 6,
} as const;

export const timelineHeight = (lanes: number): number =>
  timelineMetrics.axis + lanes * timelineMetrics.lane;

/** Top of a lane's bars. */
export const barTop = (lane: number): number =>
  timelineMetrics.axis +
  lane * timelineMetrics.lane +
  (timelineMetrics.lane - timelineMetrics.bar) / 2;
