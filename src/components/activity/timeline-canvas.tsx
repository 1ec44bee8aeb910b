"use client";
import { useEffect, useRef } from "react";
import { type Drawing, drawTimeline } from "./draw-timeline";
import { readPaint } from "./read-paint";
import { timelineHeight } from "./timeline-metrics";
import { useThemeTurns } from "./use-theme-turns";

/** The picture itself, sharp on every screen; whatever can be read of it is told beside it. */
export function TimelineCanvas(drawing: Drawing) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const turns = useThemeTurns();
  const height = timelineHeight(drawing.lanes.length);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const context = canvas.current?.getContext("2d");
      if (!context) return;
      const ratio = devicePixelRatio;
      const [width, rows] = [drawing.width, height].map((size) => Math.round(size * ratio));
      if (context.canvas.width !== width) context.canvas.width = width ?? 0;
      if (context.canvas.height !== rows) context.canvas.height = rows ?? 0;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawTimeline(context, drawing, readPaint(context.canvas, ratio));
    });
    return () => cancelAnimationFrame(frame);
  }, [drawing, height, turns]);
  return (
    <canvas ref={canvas} aria-hidden className="block" style={{ width: drawing.width, height }} />
  );
}
