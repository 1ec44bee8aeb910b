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

interface Held {
  from: number;
  x: number;
}

const CLICK_MAX_PX = 4;
const ZOOM_SPEED = 0.003;
/** Two fingers are never taken for nearer than this: a zoom would know no bounds. */
const PINCH_MIN_PX = 16;

/** Drag and sideways wheel pan; two fingers, or ctrl and wheel, zoom; what moved little was a click. */
export function useTimelinePointer({ surface, ...actions }: PointerActions) {
  const held = useRef(new Map<number, Held>());
  const moved = useRef(false);
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
  const release = (event: PointerEvent) => {
    held.current.delete(event.pointerId);
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      if (held.current.size === 0) moved.current = false;
      held.current.set(event.pointerId, { from: event.clientX, x: event.clientX });
    },
    onPointerMove: (event: PointerEvent) => {
      const pointer = held.current.get(event.pointerId);
      if (!pointer) return actions.onHover(placeOf(event));
      const { from } = pointer;
      if (!moved.current && Math.abs(event.clientX - from) < CLICK_MAX_PX) return;
      if (!moved.current) event.currentTarget.setPointerCapture(event.pointerId);
      moved.current = true;
      const before = gripOf(held.current);
      pointer.x = event.clientX;
      const after = gripOf(held.current);
      actions.onPan(after.middle - before.middle);
      if (held.current.size < 2) return;
      const { x } = placeOf({ clientX: after.middle, clientY: 0 });
      actions.onZoom(before.distance / after.distance, x);
    },
    onPointerUp: (event: PointerEvent) => {
      const clicked = held.current.size === 1 && held.current.has(event.pointerId);
      release(event);
      if (clicked && !moved.current) actions.onClick(placeOf(event), event);
    },
    onPointerCancel: release,
    onPointerLeave: () => actions.onHover(null),
  };
}

/** Where the fingers are together, and how far apart. */
function gripOf(held: ReadonlyMap<number, Held>): { middle: number; distance: number } {
  const places = [...held.values()].map(({ x }) => x);
  const [left, right] = [Math.min(...places), Math.max(...places)];
  return { middle: (left + right) / 2, distance: Math.max(PINCH_MIN_PX, right - left) };
}
