import type { PhaseMarker } from "./models/define-model";
import type { Progress } from "./progress";

/** What has been understood of a run's log so far. */
export interface ProgressReading {
  /** An unfinished line, kept until its end arrives. */
  rest: string;
  phase: PhaseMarker | null;
  step: number | null;
  total: number | null;
}

export const emptyReading: ProgressReading = { rest: "", phase: null, step: null, total: null };

// tqdm: "label:  43%|####  | 15/35 [00:12<00:16, 1.21it/s]". It may share a line with a log message.
const BAR = /(\d+)%\|[^|]*\|\s*([\d.]+)\/([\d.]+)\s*\[/g;
const REST_MAX = 4096;

/** Reads on: a pure step from one reading and the next piece of log to the next reading. */
export function readProgress(
  reading: ProgressReading,
  text: string,
  phases: readonly PhaseMarker[],
): ProgressReading {
  const lines = (reading.rest + text).split(/\r|\n/);
  const rest = (lines.at(-1) ?? "").slice(-REST_MAX);
  let next: ProgressReading = { ...reading, rest };
  for (const line of lines) next = readLine(next, line, phases);
  return { ...next, rest };
}

function readLine(reading: ProgressReading, line: string, phases: readonly PhaseMarker[]) {
  const phase = phases.findLast((candidate) => candidate.marker.test(line));
  const entered = phase && phase !== reading.phase && phase.from >= (reading.phase?.from ?? 0);
  const next = entered ? { ...reading, phase, step: null, total: null } : reading;
  const bar = [...line.matchAll(BAR)].at(-1);
  if (!bar) return next;
  return { ...next, step: Number(bar[2]), total: Number(bar[3]) };
}

/** The reading as progress of the whole run. Remaining time assumes that it goes on at the same pace. */
export function toProgress(reading: ProgressReading, elapsedSeconds: number): Progress {
  const { phase, step, total } = reading;
  if (!phase) return { phase: "starting", fraction: null, step, total, eta_seconds: null };
  const share = step !== null && total ? Math.min(1, step / total) : 0;
  const fraction = phase.from + (phase.to - phase.from) * share;
  const eta = fraction >= 0.05 ? (elapsedSeconds * (1 - fraction)) / fraction : null;
  return {
    phase: phase.phase,
    fraction: Math.round(fraction * 1000) / 1000,
    step,
    total,
    eta_seconds: eta === null ? null : Math.round(eta),
  };
}
