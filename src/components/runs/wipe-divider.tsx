"use client";
import { ChevronsLeftRight } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";

interface WipeDividerProps {
  /** How much of the left video shows, in percent. */
  percent: number;
  onMove: (percent: number) => void;
}

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: -100,
  End: 100,
};
const SHIFTED = 10;

/** The line between two videos that lie over each other: dragged, or moved by keys. */
export function WipeDivider({ percent, onMove }: WipeDividerProps) {
  const move = (to: number) => onMove(Math.max(0, Math.min(100, to)));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(percent + step * (event.shiftKey ? SHIFTED : 1));
  };
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const frame = event.currentTarget.parentElement?.getBoundingClientRect();
    if (frame) move(((event.clientX - frame.left) / frame.width) * 100);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Divider between the two videos"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
      aria-valuetext={`${Math.round(percent)}% of the left video`}
      onKeyDown={onKeyDown}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onClick={(event) => event.stopPropagation()}
      style={{ left: `${percent}%` }}
      className="-translate-x-1/2 group absolute inset-y-0 z-10 flex w-10 cursor-ew-resize touch-none items-center justify-center outline-none before:absolute before:inset-y-0 before:w-0.5 before:bg-[white] before:shadow-[0_0_0_1px_rgb(0_0_0/0.45)]"
    >
      <span className="z-10 flex size-8 items-center justify-center rounded-full bg-[white] text-[black] shadow-md outline-offset-2 outline-focus group-focus-visible:outline-3">
        <ChevronsLeftRight aria-hidden className="size-4" />
      </span>
    </div>
  );
}
