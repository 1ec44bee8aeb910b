import { formatDuration } from "@/domain/format-duration";
import type { PhaseTime } from "@/domain/phases/measure-phases";
import type { RunStatus } from "@/domain/run-status";

interface PhaseTimesProps {
  times: readonly PhaseTime[];
  status: RunStatus;
}

/** A phase that was over at once is not worth a line. */
const WORTH_SECONDS = 0.5;

const looks = {
  loads:
    "bg-control/15 bg-[repeating-linear-gradient(135deg,var(--control)_0_2px,transparent_2px_5px)]",
  computes: "bg-tone",
};
const lookOf = ({ loads }: PhaseTime) => (loads ? looks.loads : looks.computes);

/** What the last phase of a run means. */
const endings: Record<RunStatus, string> = {
  pending: "",
  running: "now",
  completed: "",
  failed: "failed here",
  cancelled: "cancelled here",
};

/** How long each phase took: a bar of them in the colour around it, and the same in words. */
export function PhaseTimes({ times: all, status }: PhaseTimesProps) {
  const times = all.filter(({ seconds, last }) => last || seconds >= WORTH_SECONDS);
  return (
    <div className="space-y-2 px-4 py-3">
      <div aria-hidden className="flex h-3 gap-0.5 overflow-hidden rounded-sm">
        {times.map((time) => (
          <span
            key={time.phase}
            title={`${time.phase} ${formatDuration(time.seconds)}`}
            // Grown by less than 1 in all, they would not fill the bar.
            style={{ flexGrow: 1000 * Math.max(time.seconds, 0.01) }}
            className={`min-w-1 basis-0 rounded-xs ${lookOf(time)}`}
          />
        ))}
      </div>
      <p className="text-muted text-xs first-letter:uppercase empty:hidden">{inShort(times)}</p>
      <ol aria-label="How long each phase took" className="text-sm">
        {times.map((time) => (
          <li key={time.phase} className="flex items-center gap-2 py-0.5">
            <span aria-hidden className={`size-2.5 shrink-0 rounded-xs ${lookOf(time)}`} />
            <span className="min-w-0 truncate first-letter:uppercase">{time.phase}</span>
            {time.last && endings[status] && (
              <span className="text-muted text-xs">{endings[status]}</span>
            )}
            <span className="ml-auto shrink-0 text-muted">{formatDuration(time.seconds)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function inShort(times: readonly PhaseTime[]): string {
  const sums = [true, false].map((loads) => {
    const seconds = times
      .filter((time) => time.loads === loads)
      .reduce((total, time) => total + time.seconds, 0);
    return { word: loads ? "loading" : "computing", seconds };
  });
  return sums
    .filter(({ seconds }) => seconds >= WORTH_SECONDS)
    .map(({ word, seconds }) => `${word} ${formatDuration(seconds)}`)
    .join(", ");
}
