import { patternId } from "./timeline-patterns";
import type { BarShape } from "./item-look";
import { timelineMetrics } from "./timeline-metrics";

interface TimelineShapeProps {
  shape: BarShape;
  tone: number | null;
  x: string | number;
  y: number;
  width: string | number;
  /** How much of it is low, because its model is loaded. */
  load?: string | number;
  title?: string;
}

/** A bar of the still picture and of the legend. */
export function TimelineShape({ shape, tone, title, load, ...place }: TimelineShapeProps) {
  const box = { ...place, height: timelineMetrics.bar, rx: 2 };
  const above = { ...place, width: load ?? 0, height: timelineMetrics.bar - timelineMetrics.load };
  const fill = tone === null ? "var(--control)" : `var(--tone-${tone})`;
  if (shape === "hollow") {
    return (
      <rect {...box} fill={fill} fillOpacity={0.12} stroke={fill} strokeDasharray="3 2">
        {title && <title>{title}</title>}
      </rect>
    );
  }
  return (
    <g>
      <rect {...box} fill={fill} fillOpacity={shape === "failed" ? 0.4 : 1} />
      {tone !== null && <rect {...box} fill={`url(#${patternId(tone)})`} />}
      <rect {...above} fill="var(--surface)" />
      {shape === "failed" && (
        <rect {...box} height={4} rx={0} fill="var(--danger)" stroke="var(--surface)" />
      )}
      {title && <title>{title}</title>}
    </g>
  );
}
