import { liveWarnings } from "./failures/live-warnings";
import type { PhaseMarker } from "./models/define-model";

/** What whole lines of a log say. */
interface Understanding {
  phase: PhaseMarker | null;
  /** Position of the phase's bar, within its part where it has several. */
  step: number | null;
  total: number | null;
  part: number | null;
  parts: number | null;
  /** What is odd about the run right now. */
  warning: string | null;
}

/** What has been understood of a run's log so far, its unfinished last line included. */
export interface ProgressReading extends Understanding {
  /** The unfinished line. */
  rest: string;
  /** The understanding without it: it is read anew when more of it arrives. */
  settled: Understanding;
}

const nothing: Understanding = {
  phase: null,
  step: null,
  total: null,
  part: null,
  parts: null,
  warning: null,
};

export const emptyReading: ProgressReading = { ...nothing, rest: "", settled: nothing };

// tqdm: "label:  43%|####  | 15/35 [00:12<00:16, 1.21it/s]", vLLM: "label:  50% Completed | 1/2 [".
// Bars share lines with log messages and with the bars of other ranks; bars in bytes don't count.
const BAR =
  /(?:([^|%:\]]{0,120}):\s+)?\d{1,3}%(?:\|[^|]*\|| Completed \|)\s*(\d{1,9})\/(\d{1,9})\s*\[/g;
/** Of longer lines only the beginning is read, however they arrive. */
const LINE_MAX = 16_384;

/** Reads on: a pure step from one reading and the next piece of log to the next reading. */
export function readProgress(
  reading: ProgressReading,
  text: string,
  phases: readonly PhaseMarker[],
): ProgressReading {
  const lines = (reading.rest + text).split(/\r|\n/);
  const rest = (lines.pop() ?? "").slice(0, LINE_MAX);
  let { settled } = reading;
  for (const line of lines) settled = readLine(settled, line.slice(0, LINE_MAX), phases);
  return { ...readLine(settled, rest, phases), rest, settled };
}

function readLine(
  before: Understanding,
  line: string,
  phases: readonly PhaseMarker[],
): Understanding {
  if (line === "") return before;
  const begun = beginPart(enterPhase(before, line, phases), line);
  let next = begun;
  for (const [, label = "", step, total] of line.matchAll(BAR)) {
    // A full bar on the line that begins something new belongs to what was before.
    if (begun !== before && step === total) continue;
    if (counts(label.trim(), next.phase, phases)) next = moveBar(next, Number(step), Number(total));
  }
  return noteWarning(next, line);
}

function enterPhase(before: Understanding, line: string, phases: readonly PhaseMarker[]) {
  const phase = phases.findLast((candidate) => candidate.marker.test(line));
  const entered = phase && phase !== before.phase && phase.from >= (before.phase?.from ?? 0);
  return entered ? { ...nothing, phase } : before;
}

function beginPart(before: Understanding, line: string): Understanding {
  const found = before.phase?.part?.exec(line);
  const [part, parts] = [Number(found?.[1]), Number(found?.[2])];
  if (!(part <= parts) || part === before.part) return before;
  return { ...before, part, parts, step: null, total: null };
}

/** Whether a bar is the phase's own: a label that some phase claims counts nowhere else. */
function counts(label: string, phase: PhaseMarker | null, phases: readonly PhaseMarker[]): boolean {
  if (phase?.bar) return phase.bar.test(label);
  return !phases.some(({ bar }) => bar?.test(label));
}

/** Every rank draws the same bar: the one that is ahead counts, until all begin again. */
function moveBar(before: Understanding, step: number, total: number): Understanding {
  const at = before.total === total ? (before.step ?? 0) : 0;
  const isBehind = step < at && step > 0 && at - step <= total / 2;
  // The last words of a slower rank about the part before.
  const isLate = (before.part ?? 1) > 1 && at === 0 && step === total;
  return isBehind || isLate || step > total ? before : { ...before, step, total };
}

function noteWarning(before: Understanding, line: string): Understanding {
  if (before.warning) return before;
  for (const { pattern, message } of liveWarnings) {
    const match = pattern.exec(line);
    if (!match) continue;
    const warning = message.replace(/\$(\d)/g, (_, group) => match[Number(group)]?.trim() ?? "");
    return { ...before, warning };
  }
  return before;
}
