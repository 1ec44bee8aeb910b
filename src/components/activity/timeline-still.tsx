import { axisTicks } from "@/domain/timeline/axis-ticks";
import { laneItems } from "@/domain/timeline/lane-items";
import { loadEnd } from "@/domain/timeline/load-end";
import type { Span } from "@/domain/timeline/span";
import type { TimelineRecord } from "@/domain/timeline/timeline-record";
import type { OperationInfo } from "../operations/operation-info";
import { describeItem } from "./describe-item";
import { type BarLook, itemLook } from "./item-look";
import { TimelineFrame } from "./timeline-frame";
import { barTop, timelineHeight, timelineMetrics } from "./timeline-metrics";
import { TimelineShape } from "./timeline-shape";

/** The picture is made for this width, so a long time is no long page. */
const WIDTH_PX = 400;
const TICKS = 4;
const WIDTH_MIN = 0.15;

interface TimelineStillProps {
  record: TimelineRecord;
  span: Span;
  operations: readonly OperationInfo[];
}

/** The timeline as the server draws it: what is seen without scripts, and until they have begun. */
export function TimelineStill({ record, span, operations }: TimelineStillProps) {
  const { lanes, now } = record;
  const length = span.end - span.start;
  const place = (at: number) =>
    (100 * (Math.min(span.end, Math.max(span.start, at)) - span.start)) / length;
  const scale = { span, msPerPixel: length / WIDTH_PX, now, read_at: now };
  return (
    <TimelineFrame lanes={lanes}>
      <svg aria-hidden width="100%" height={timelineHeight(lanes.length)} className="block">
        {axisTicks(span, TICKS).map(({ at, label }) => (
          <g key={at}>
            <line {...across(place(at))} y1={timelineMetrics.axis} y2="100%" stroke="var(--line)" />
            <text x={percent(place(at))} y={14} dx={4} fontSize={11} fill="var(--muted)">
              {label}
            </text>
          </g>
        ))}
        {lanes.map((lane, index) =>
          laneItems(lane, scale).map((item, nth) => (
            <StillItem
              // Items have no name of their own, and this picture is never changed.
              key={`${lane.engine} ${lane.slot} ${nth}`}
              look={itemLook(item, operations)}
              title={describeItem(item, operations).title}
              start={place(item.start)}
              computes={item.kind === "bar" ? place(loadEnd(item.bar, item.end)) : null}
              end={place(item.end)}
              y={barTop(index)}
            />
          )),
        )}
      </svg>
    </TimelineFrame>
  );
}

interface StillItemProps {
  look: BarLook | undefined;
  title: string;
  /** In percent of the width. */
  start: number;
  /** Where its loading ends; null for what is no run. */
  computes: number | null;
  end: number;
  y: number;
}

function StillItem({ look, title, start, computes, end, y }: StillItemProps) {
  const middle = y + timelineMetrics.bar / 2;
  if (!look) {
    return (
      <line {...across(start, end)} y1={middle} y2={middle} stroke="var(--control)">
        <title>{title}</title>
      </line>
    );
  }
  const width = percent(Math.max(WIDTH_MIN, end - start));
  const { shape, tone } = look;
  const load = percent((computes ?? start) - start);
  return <TimelineShape {...{ shape, tone, y, title, width, load }} x={percent(start)} />;
}

const percent = (value: number) => `${value.toFixed(2)}%`;
const across = (start: number, end = start) => ({ x1: percent(start), x2: percent(end) });
