import type { BarLook, BarShape } from "./item-look";
import type { Paint } from "./read-paint";
import { timelineMetrics } from "./timeline-metrics";

interface Bar {
  box: { x: number; y: number; width: number; height: number };
  look: BarLook;
  /** How much of it is the loading of its model. */
  loadWidth: number;
  /** Written on it as far as it fits. */
  text: string;
}

interface ShapeStyle {
  fill: number;
  ink: "surface" | "foreground";
  outline: boolean;
}

const styles: Record<BarShape, ShapeStyle> = {
  plain: { fill: 1, ink: "surface", outline: false },
  open: { fill: 1, ink: "surface", outline: false },
  failed: { fill: 0.35, ink: "foreground", outline: false },
  hollow: { fill: 0.1, ink: "foreground", outline: true },
};

const RADIUS = 2;
const SIGN_PX = 12;
const SIGN_MIN_PX = 20;
const TEXT_MIN_PX = 56;
const MARK_MIN_PX = 34;

/**
 * One run: the colour and pattern of its operation, the shape of its status, its sign and its name. It is
 * low while its model was loaded and high from when it computed.
 */
export function drawBar(context: CanvasRenderingContext2D, bar: Bar, paint: Paint) {
  const { box, look, loadWidth, text } = bar;
  const { y, height } = box;
  const { fill, outline } = styles[look.shape];
  // The words go where there is more room: into the bar, or above its low part.
  const above = loadWidth > box.width - loadWidth;
  const ink = above ? "foreground" : styles[look.shape].ink;
  const x = above ? box.x : box.x + loadWidth;
  const width = above ? loadWidth : box.width - loadWidth;
  const tone = paint.tone(look.tone);
  const pattern = paint.pattern(look.tone);
  const alpha = context.globalAlpha;
  outlineBar(context, bar);
  context.globalAlpha = alpha * fill;
  context.fillStyle = tone;
  context.fill();
  if (pattern && box.width >= RADIUS && fill === 1) {
    context.fillStyle = pattern;
    context.fill();
  }
  context.globalAlpha = alpha;
  if (outline && box.width > RADIUS) {
    context.setLineDash([3, 2]);
    context.strokeStyle = tone;
    context.stroke();
    context.setLineDash([]);
  }
  const marked = width >= MARK_MIN_PX && look.shape !== "plain";
  if (look.shape === "failed") drawFailure(context, box, paint);
  const middle = y + (height - (above ? timelineMetrics.load : 0)) / 2;
  if (marked) drawMark(context, look.shape, { x: x + width, middle, ink: paint.color[ink] });
  if (!look.type || width < SIGN_MIN_PX) return;
  // On a plain ground, or the pattern would run through the words.
  const room = width - (marked ? 18 : 4);
  const shown = width >= TEXT_MIN_PX ? shorten(context, text, room - SIGN_PX - 8) : "";
  const words = SIGN_PX + 10 + context.measureText(shown).width;
  context.save();
  context.beginPath();
  context.rect(x + 1, y + 1, Math.min(room, words), height - 2);
  context.clip();
  if (pattern && fill === 1 && !above) {
    context.fillStyle = tone;
    context.fill();
  }
  context.fillStyle = paint.color[ink];
  context.fillText(shown, x + SIGN_PX + 8, middle + 0.5);
  context.translate(x + 4, middle - SIGN_PX / 2);
  context.scale(SIGN_PX / 24, SIGN_PX / 24);
  context.strokeStyle = paint.color[ink];
  context.lineWidth = 2.5;
  context.stroke(paint.sign(look.type));
  context.restore();
}

function outlineBar(context: CanvasRenderingContext2D, { box, loadWidth }: Bar) {
  const { x, y, width, height } = box;
  const { load } = timelineMetrics;
  const computes = width - loadWidth;
  context.beginPath();
  if (loadWidth > 0) context.rect(x, y + height - load, loadWidth, load);
  if (computes > 0) {
    context.roundRect(x + loadWidth, y, computes, height, Math.min(RADIUS, computes / 3));
  }
}

/** As much of a text as fits into so many pixels. */
function shorten(context: CanvasRenderingContext2D, text: string, room: number): string {
  const width = context.measureText(text).width;
  if (width <= room) return text;
  const kept = Math.floor(text.length * (room / width)) - 1;
  return kept > 2 ? `${text.slice(0, kept).trimEnd()}…` : "";
}

/** A flag on top, seen however narrow the bar is. */
function drawFailure(context: CanvasRenderingContext2D, box: Bar["box"], { color }: Paint) {
  const width = Math.max(3, box.width);
  context.fillStyle = color.danger;
  context.fillRect(box.x + (box.width - width) / 2, box.y - 2, width, 4);
}

const marks: Partial<Record<BarShape, string>> = {
  open: "M0 1l4 4-4 4",
  failed: "M0 1l8 8M8 1l-8 8",
  hollow: "M0 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0M1.5 7.5l5-5",
};

/** How it ended, or that it goes on, at its right end. */
function drawMark(
  context: CanvasRenderingContext2D,
  shape: BarShape,
  at: { x: number; middle: number; ink: string },
) {
  context.save();
  context.translate(at.x - 13, at.middle - 5);
  context.strokeStyle = at.ink;
  context.lineWidth = 1.5;
  context.stroke(new Path2D(marks[shape] ?? ""));
  context.restore();
}
