import { formatDuration } from "@/domain/format-duration";
import { formatMemory } from "@/domain/gpu/format-memory";
import type { GpuSample, RunGpu } from "@/domain/gpu/gpu-state";
import { curveBox, curvePoints } from "./curve-points";

/** Utilisation and memory over a run's time; the words beside it tell the same without the picture. */
export function GpuCurve({ gpu }: { gpu: RunGpu }) {
  const { samples, memory } = gpu;
  const memoryMax = memory.total ?? memory.peak ?? 1;
  const lines = [
    { name: "Busy", tone: 1, points: curvePoints(samples, (at) => at.utilization, 100) },
    { name: "Memory", tone: 2, points: curvePoints(samples, (at) => at.memory_mib, memoryMax) },
  ];
  return (
    <figure className="space-y-1.5 px-4 pt-3 pb-1.5">
      <svg
        role="img"
        aria-label={describeCurve(gpu)}
        viewBox={`0 -1 ${curveBox.width} ${curveBox.height + 2}`}
        preserveAspectRatio="none"
        className="block h-16 w-full rounded-sm bg-sunken"
      >
        {lines.map(({ name, tone, points }) => (
          <g key={name} data-tone={tone} className="text-tone">
            {points.map((line) => (
              <polyline
                key={line}
                points={line}
                fill="none"
                stroke="currentColor"
                strokeWidth={1.5}
                strokeLinecap="round"
                strokeLinejoin="round"
                vectorEffect="non-scaling-stroke"
              />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="flex justify-between gap-3 text-muted text-xs">
        <span className="flex gap-3">
          {lines.map(({ name, tone }) => (
            <span key={name} data-tone={tone} className="text-tone">
              {name}
            </span>
          ))}
        </span>
        <span>{formatDuration(samples.at(-1)?.t ?? 0)}</span>
      </figcaption>
    </figure>
  );
}

function describeCurve({ samples, memory }: RunGpu): string {
  const busy = samples.flatMap(({ utilization }: GpuSample) => utilization ?? []);
  const mean = Math.round(busy.reduce((sum, value) => sum + value, 0) / busy.length);
  const words = busy.length > 0 ? `${mean} % busy on average, ${Math.max(...busy)} % at most` : "";
  const peak = memory.peak === null ? "" : `up to ${formatMemory(memory.peak)} of memory`;
  const told = [words, peak].filter(Boolean).join(", ") || "no values";
  return `GPU over ${formatDuration(samples.at(-1)?.t ?? 0)}: ${told}`;
}
