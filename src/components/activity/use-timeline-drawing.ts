"use client";
import { type ComponentType, useEffect, useState } from "react";
import type { TimelineDrawingProps } from "./timeline-drawing";

/**
 * The drawing that a pointer and keys move: null until it has been loaded, after the page is seen and
 * can be used. When it can't be loaded, the still picture stays.
 */
export function useTimelineDrawing(): ComponentType<TimelineDrawingProps> | null {
  const [Drawing, setDrawing] = useState<ComponentType<TimelineDrawingProps> | null>(null);
  useEffect(() => {
    import("./timeline-drawing")
      .then(({ TimelineDrawing }) => setDrawing(() => TimelineDrawing))
      .catch(() => undefined);
  }, []);
  return Drawing;
}
