import type { OperationInfo } from "../operations/operation-info";
import { OperationIcon } from "../operations/operation-icon";
import { statusLabel } from "../runs/run-status-badge";
import { statusShapes } from "./item-look";
import { timelineMetrics } from "./timeline-metrics";
import { PATTERN_SIZE, patternId, timelinePatterns } from "./timeline-patterns";
import { TimelineShape } from "./timeline-shape";

const shown = ["running", "failed", "cancelled"] as const;
const SWATCH = 22;

/** What the colours, patterns and shapes of the timeline mean; it also holds the patterns. */
export function TimelineLegend({ operations }: { operations: readonly OperationInfo[] }) {
  return (
    <ul
      aria-label="Legend"
      className="flex flex-wrap gap-x-4 gap-y-1 px-4 pt-1 pb-2.5 text-2xs text-muted sm:pl-36"
    >
      <li className="absolute size-0" aria-hidden>
        <Patterns />
      </li>
      {operations.map(({ type, label, tone }) => (
        <li key={type} className="flex items-center gap-1.5">
          <Swatch shape="plain" tone={tone} />
          <span data-tone={tone} className="text-tone">
            <OperationIcon type={type} className="size-3" />
          </span>
          {label}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <Swatch shape="plain" tone={null} load={SWATCH / 2} />
        Model load, then compute
      </li>
      {shown.map((status) => (
        <li key={status} className="flex items-center gap-1.5">
          <Swatch shape={statusShapes[status]} tone={null} />
          {statusLabel(status)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <svg aria-hidden width={SWATCH} height={10}>
          <line x1={0} x2={SWATCH} y1={5} y2={5} stroke="var(--control)" />
        </svg>
        Idle
      </li>
    </ul>
  );
}

function Swatch(look: Pick<Parameters<typeof TimelineShape>[0], "shape" | "tone" | "load">) {
  const { bar } = timelineMetrics;
  return (
    <svg aria-hidden width={SWATCH} height={10} viewBox={`-1 -1 ${SWATCH + 2} ${bar + 2}`}>
      <TimelineShape {...look} x={0} y={0} width={SWATCH} />
      {look.shape === "open" && (
        <path d={`M${SWATCH - 7} 4l5 5-5 5`} stroke="var(--surface)" strokeWidth={2} fill="none" />
      )}
    </svg>
  );
}

function Patterns() {
  return (
    <svg aria-hidden width={0} height={0}>
      <defs>
        {timelinePatterns.map((path, tone) => (
          <pattern
            key={patternId(tone)}
            id={patternId(tone)}
            width={PATTERN_SIZE}
            height={PATTERN_SIZE}
            patternUnits="userSpaceOnUse"
          >
            <path d={path} stroke="var(--surface)" strokeOpacity={0.4} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
