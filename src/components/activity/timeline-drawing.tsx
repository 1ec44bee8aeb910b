"use client";
import { useRouter } from "next/navigation";
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useId,
  useMemo,
  useState,
} from "react";
import { type LaneItem, laneItems } from "@/domain/timeline/lane-items";
import type { Span } from "@/domain/timeline/span";
import type { TimelineRecord } from "@/domain/timeline/timeline-record";
import { panView, viewOf, zoomView } from "@/domain/timeline/timeline-view";
import { useOperations } from "../operations/operations-context";
import type { RunFilters } from "../runs/run-filters";
import { describeItem } from "./describe-item";
import { isFaint } from "./is-faint";
import { changeLane, stepTarget } from "./step-target";
import { TimelineCanvas } from "./timeline-canvas";
import { barTop, timelineHeight, timelineMetrics } from "./timeline-metrics";
import { findMove, type TimelineMove } from "./timeline-moves";
import { POINTER_REACH_PX, type TimelineTarget, targetItem } from "./timeline-target";
import { TimelineTooltip } from "./timeline-tooltip";
import { type Place, useTimelinePointer } from "./use-timeline-pointer";
import { useWidth } from "./use-width";

interface TimelineDrawingProps {
  record: TimelineRecord;
  span: Span;
  now: number;
  filters: RunFilters;
  onMove: (move: TimelineMove) => void;
}

/** The canvas and everything that a pointer and keys do with it. */
export function TimelineDrawing({ record, span, now, filters, onMove }: TimelineDrawingProps) {
  const operations = useOperations();
  const router = useRouter();
  const hint = useId();
  const [surface, width] = useWidth<HTMLDivElement>();
  const [target, setTarget] = useState<TimelineTarget | null>(null);
  const { start, end } = span;
  const msPerPixel = (end - start) / Math.max(1, width);
  const lanes = useMemo(() => {
    const scale = { span: { start, end }, msPerPixel, now, read_at: record.now };
    return record.lanes.map((lane) => laneItems(lane, scale));
  }, [record, start, end, msPerPixel, now]);
  const item = targetItem(lanes, target, msPerPixel);
  const words = item && describeItem(item, operations);

  const targetAt = ({ x, y }: Place): TimelineTarget => ({
    lane: Math.floor((y - timelineMetrics.axis) / timelineMetrics.lane),
    at: start + x * msPerPixel,
    reachPx: POINTER_REACH_PX,
    pinned: false,
  });
  const open = (chosen: LaneItem) => {
    if (chosen.kind === "bar") router.push(`/runs/${chosen.bar.id}`);
    if (chosen.kind === "block") onMove((_, at) => viewOf(chosen, at));
  };
  const pointer = useTimelinePointer({
    surface,
    onHover: (place) => {
      if (!target?.pinned) setTarget(place && targetAt(place));
    },
    onClick: (place, event) => {
      const clicked = targetAt(place);
      const chosen = targetItem(lanes, clicked, msPerPixel);
      setTarget(chosen ? { ...clicked, pinned: true } : null);
      // A finger can't hover, so its first tap only shows what is there.
      if (chosen && chosen.kind !== "gap" && opensAtOnce(event, chosen)) open(chosen);
    },
    onPan: (x) => {
      setTarget(null);
      onMove((view, at) => panView(view, -x / Math.max(1, width), at));
    },
    onZoom: (factor, x) =>
      onMove((view, at) => zoomView(view, { factor, anchor: start + x * msPerPixel, now: at })),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepKeys[event.key];
    const move = findMove(event.key);
    if (step && (event.shiftKey || step.alone)) {
      const next = step.go({ lanes, target, span });
      if (next) setTarget(next);
      else if (move) onMove(move);
    } else if (move) onMove(move);
    else if (event.key === "Enter" && item) open(item);
    else if (event.key === "Escape" && target) setTarget(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget;
    if (to && !event.currentTarget.contains(to)) setTarget(null);
  };
  return (
    <div className="relative" onBlur={onBlur}>
      <div
        ref={surface}
        role="application"
        aria-label="Timeline of runs on each slot"
        aria-describedby={hint}
        tabIndex={0}
        onKeyDown={onKeyDown}
        {...pointer}
        className={`peer touch-pan-y select-none ${item && item.kind !== "gap" ? "cursor-pointer" : "cursor-grab active:cursor-grabbing"}`}
        style={{ height: timelineHeight(lanes.length) }}
      >
        <TimelineCanvas
          lanes={lanes}
          span={span}
          width={width}
          now={now}
          operations={operations}
          selected={item && target ? { lane: target.lane, item } : undefined}
          isFaint={(each) => isFaint(each, filters)}
        />
      </div>
      {item && words && target && (
        <TimelineTooltip
          item={item}
          words={words}
          x={(middleOf(item, span) - start) / msPerPixel}
          y={barTop(target.lane) + timelineMetrics.bar + 6}
          width={width}
          pinned={target.pinned}
        />
      )}
      <p role="status" className="sr-only">
        {target?.pinned && words && [words.title, ...words.lines].join(". ")}
      </p>
      <p
        id={hint}
        className="absolute top-full z-1 w-full bg-surface py-1 text-2xs text-muted not-peer-focus-visible:sr-only max-sm:sr-only"
      >
        Arrow keys or dragging move; + and −, or ctrl and the wheel, zoom; shift and arrow keys step
        through runs and idle times, up and down change the lane, enter opens.
      </p>
    </div>
  );
}

type Step = Parameters<typeof stepTarget>[0];

const stepKeys: Partial<
  Record<string, { go: (step: Step) => TimelineTarget | null; alone: boolean }>
> = {
  ArrowLeft: { go: (step) => stepTarget(step, -1), alone: false },
  ArrowRight: { go: (step) => stepTarget(step, 1), alone: false },
  ArrowUp: { go: (step) => changeLane(step, -1), alone: true },
  ArrowDown: { go: (step) => changeLane(step, 1), alone: true },
};

const opensAtOnce = (event: PointerEvent, item: LaneItem) =>
  event.pointerType !== "touch" || item.kind === "block";

function middleOf(item: LaneItem, span: Span): number {
  return (Math.max(item.start, span.start) + Math.min(item.end, span.end)) / 2;
}
