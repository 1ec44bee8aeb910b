import type { BarLook, BarShape } from "./item-look";
import type { Paint } from "./read-paint";

interface Bar {
  box: { x: number; y: number; width: number; height: number };
  look: BarLook;
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

/** One run: the colour and pattern of its operation, the shape of its status, its sign and its name. */
export function drawBar(context: CanvasRenderingContext2D, { box, look, text }: Bar, paint: Paint) {
  const { x, y, width, height } = box;
  const { fill, ink, outline } = styles[look.shape];
  const tone = paint.tone(look.tone);
  const pattern = paint.pattern(look.tone);
  const alpha = context.globalAlpha;
  context.beginPath();
  context.roundRect(x, y, width, height, Math.min(RADIUS, width / 3));
  context.globalAlpha = alpha * fill;
  context.fillStyle = tone;
  context.fill();
  if (pattern && width >= RADIUS && fill === 1) {
    context.fillStyle = pattern;
    context.fill();
  }
  context.globalAlpha = alpha;
  if (outline && width > RADIUS) {
    context.setLineDash([3, 2]);
    context.strokeStyle = tone;
    context.stroke();
    context.setLineDash([]);
  }
  const marked = width >= MARK_MIN_PX && look.shape !== "plain";
  if (look.shape === "failed") drawFailure(context, box, paint);
  if (marked) drawMark(context, { box, look, text }, paint.color[ink]);
  if (!look.type || width < SIGN_MIN_PX) return;
  // On a plain ground, or the pattern would run through the words.
  const room = width - (marked ? 18 : 4);
  const shown = width >= TEXT_MIN_PX ? shorten(context, text, room - SIGN_PX - 8) : "";
  const words = SIGN_PX + 10 + context.measureText(shown).width;
  context.save();
  context.beginPath();
  context.rect(x + 1, y + 1, Math.min(room, words), height - 2);
  context.clip();
  if (pattern && fill === 1) {
    context.fillStyle = tone;
    context.fill();
  }
  context.fillStyle = paint.color[ink];
  context.fillText(shown, x + SIGN_PX + 8, y + height / 2 + 0.5);
  context.translate(x + 4, y + (height - SIGN_PX) / 2);
  context.scale(SIGN_PX / 24, SIGN_PX / 24);
  context.strokeStyle = paint.color[ink];
  context.lineWidth = 2.5;
  context.stroke(paint.sign(look.type));
  context.restore();
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
function drawMark(context: CanvasRenderingContext2D, { box, look }: Bar, ink: string) {
  context.save();
  context.translate(box.x + box.width - 13, box.y + box.height / 2 - 5);
  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  context.stroke(new Path2D(marks[look.shape] ?? ""));
  context.restore();
}
