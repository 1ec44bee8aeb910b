import type { OperationInfo } from "../operations/operation-info";
import { symbolId } from "../operations/symbol-id";
import { PATTERN_SIZE, timelinePatterns } from "./timeline-patterns";

const names = ["foreground", "muted", "surface", "line", "control", "danger", "focus"] as const;

/** Colours, patterns and signs for a canvas, as the page has them in its present theme. */
export interface Paint {
  color: Record<(typeof names)[number], string>;
  font: string;
  /** The colour of an operation; a grey for null. */
  tone: (tone: number | null) => string;
  /** What is laid over the colour; undefined for none. */
  pattern: (tone: number | null) => CanvasPattern | undefined;
  /** Its outline on a 24 × 24 grid. */
  sign: (type: OperationInfo["type"]) => Path2D;
}

export function readPaint(canvas: HTMLCanvasElement, pixelRatio: number): Paint {
  const style = getComputedStyle(canvas);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const color = Object.fromEntries(names.map((name) => [name, read(name)])) as Paint["color"];
  return {
    color,
    font: `11px ${style.fontFamily}`,
    tone: remember((tone) => (tone === null ? color.control : read(`tone-${tone}`))),
    pattern: remember((tone) => {
      const path = tone === null ? "" : timelinePatterns[tone];
      return path ? makePattern(path, color.surface, pixelRatio) : undefined;
    }),
    sign: remember(readSign),
  };
}

function remember<In, Out>(make: (input: In) => Out): (input: In) => Out {
  const known = new Map<In, Out>();
  return (input) => {
    const value = known.has(input) ? (known.get(input) as Out) : make(input);
    known.set(input, value);
    return value;
  };
}

function makePattern(path: string, color: string, pixelRatio: number): CanvasPattern | undefined {
  const tile = document.createElement("canvas");
  tile.width = Math.round(PATTERN_SIZE * pixelRatio);
  tile.height = tile.width;
  const context = tile.getContext("2d");
  if (!context) return undefined;
  const scale = tile.width / PATTERN_SIZE;
  context.scale(scale, scale);
  context.strokeStyle = color;
  context.globalAlpha = 0.4;
  context.stroke(new Path2D(path));
  const pattern = context.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern ?? undefined;
}

/** The page holds the outlines of all operations once; the canvas draws the same ones. */
function readSign(type: OperationInfo["type"]): Path2D {
  const sign = new Path2D();
  for (const path of document.querySelectorAll(`#${symbolId(type)} path`)) {
    sign.addPath(new Path2D(path.getAttribute("d") ?? ""));
  }
  return sign;
}
