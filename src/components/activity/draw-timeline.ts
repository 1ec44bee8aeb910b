import { axisTicks } from "@/domain/timeline/axis-ticks";
import type { LaneItem } from "@/domain/timeline/lane-items";
import { loadEnd } from "@/domain/timeline/load-end";
import type { Span } from "@/domain/timeline/span";
import type { OperationInfo } from "../operations/operation-info";
import { drawBar } from "./draw-bar";
import { itemLook } from "./item-look";
import type { Paint } from "./read-paint";
import { barTop, timelineHeight, timelineMetrics } from "./timeline-metrics";

export interface Drawing {
  /** What each lane shows, from top to bottom. */
  lanes: readonly (readonly LaneItem[])[];
  span: Span;
  /** In CSS pixels. */
  width: number;
  now: number;
  operations: readonly OperationInfo[];
  selected: { lane: number; item: LaneItem } | undefined;
  /** Whether a filter leaves an item out; it stays, but faint. */
  isFaint: (item: LaneItem) => boolean;
}

const TICK_PX = 90;
const REASON_MIN_PX = 60;
const OUT_PX = 4;

/** Draws the whole timeline; the context's scale is one CSS pixel. */
export function drawTimeline(context: CanvasRenderingContext2D, drawing: Drawing, paint: Paint) {
  const { span, width, lanes } = drawing;
  const height = timelineHeight(lanes.length);
  const toX = (at: number) => {
    const x = ((at - span.start) / (span.end - span.start)) * width;
    return Math.min(width + OUT_PX, Math.max(-OUT_PX, x));
  };
  context.clearRect(0, 0, width, height);
  context.font = paint.font;
  context.textBaseline = "middle";
  context.fillStyle = paint.color.muted;
  context.strokeStyle = paint.color.line;
  for (const { at, label } of axisTicks(span, width / TICK_PX)) {
    const x = Math.round(toX(at)) + 0.5;
    strokeLine(context, [x, timelineMetrics.axis], [x, height]);
    const fits = x + 4 + context.measureText(label).width <= width;
    if (fits) context.fillText(label, x + 4, timelineMetrics.axis / 2);
  }
  lanes.forEach((items, lane) => {
    const y = barTop(lane);
    for (const item of items) {
      const [x, end] = [toX(item.start), toX(item.end)];
      const box = { x, y, width: Math.max(1, end - x - 0.5), height: timelineMetrics.bar };
      const look = itemLook(item, drawing.operations);
      context.globalAlpha = drawing.isFaint(item) ? 0.2 : 1;
      const loadWidth = item.kind === "bar" ? toX(loadEnd(item.bar, item.end)) - x : 0;
      if (look) drawBar(context, { box, look, loadWidth, text: nameOf(item) }, paint);
      else if (item.kind === "gap") drawGap(context, { ...box, text: item.gap.reason }, paint);
      context.globalAlpha = 1;
      const { selected } = drawing;
      if (selected?.lane === lane && selected.item.start === item.start) outline(box);
    }
  });
  context.strokeStyle = paint.color.focus;
  const present = Math.round(toX(drawing.now)) + 0.5;
  strokeLine(context, [present, timelineMetrics.axis - 4], [present, height]);

  function outline(box: { x: number; y: number; width: number; height: number }) {
    context.strokeStyle = paint.color.focus;
    context.lineWidth = 2;
    context.strokeRect(box.x - 1, box.y - 2, box.width + 2, box.height + 4);
    context.lineWidth = 1;
  }
}

const nameOf = (item: LaneItem) => (item.kind === "bar" ? item.bar.prompt_name : "");

interface GapBox {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
}

/** A thin line with the reason on it where it fits. */
function drawGap(context: CanvasRenderingContext2D, gap: GapBox, { color }: Paint) {
  const { x, width, text } = gap;
  const middle = Math.round(gap.y + gap.height / 2) + 0.5;
  context.strokeStyle = color.control;
  strokeLine(context, [x + 1, middle], [x + width, middle]);
  if (width < REASON_MIN_PX) return;
  const room = context.measureText(text).width + 10;
  if (room > width - 10) return;
  const left = x + (width - room) / 2;
  context.clearRect(left, gap.y, room, gap.height);
  context.fillStyle = color.muted;
  context.fillText(text, left + 5, middle);
}

type Point = readonly [x: number, y: number];

function strokeLine(context: CanvasRenderingContext2D, from: Point, to: Point) {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}
