"use client";
import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef } from "react";

export interface Place {
  /** Pixels from the left and the top of the drawing. */
  x: number;
  y: number;
}

interface PointerActions {
  /** The drawing. */
  surface: RefObject<HTMLElement | null>;
  onHover: (place: Place | null) => void;
  onClick: (place: Place, event: PointerEvent) => void;
  /** By so many pixels. */
  onPan: (x: number) => void;
  onZoom: (factor: number, x: number) => void;
}

const CLICK_MAX_PX = 4;
const ZOOM_SPEED = 0.003;

/** Drag and sideways wheel pan, ctrl and wheel zoom, and what moved little was a click. */
export function useTimelinePointer({ surface, ...actions }: PointerActions) {
  const drag = useRef<{ from: number; last: number; moved: boolean }>(undefined);
  const placeOf = (event: { clientX: number; clientY: number }): Place => {
    const box = surface.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const onWheel = useEffectEvent((event: WheelEvent) => {
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      actions.onZoom(Math.exp(event.deltaY * ZOOM_SPEED), placeOf(event).x);
    } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      actions.onPan(-sideways);
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    const element = surface.current;
    // React listens passively, and then the page would zoom along.
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, [surface]);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      drag.current = { from: event.clientX, last: event.clientX, moved: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const dragged = drag.current;
      if (!dragged) return actions.onHover(placeOf(event));
      if (!dragged.moved && Math.abs(event.clientX - dragged.from) < CLICK_MAX_PX) return;
      if (!dragged.moved) event.currentTarget.setPointerCapture(event.pointerId);
      dragged.moved = true;
      actions.onPan(event.clientX - dragged.last);
      dragged.last = event.clientX;
    },
    onPointerUp: (event: PointerEvent) => {
      const clicked = drag.current && !drag.current.moved;
      drag.current = undefined;
      if (clicked) actions.onClick(placeOf(event), event);
    },
    onPointerCancel: () => {
      drag.current = undefined;
    },
    onPointerLeave: () => actions.onHover(null),
  };
}
