import type { PhaseMark } from "../progress";

/** How long a run was in a phase, all its visits together. */
export interface PhaseTime {
  phase: string;
  seconds: number;
  /** The model was being brought onto the GPU: nothing was computed yet. */
  loads: boolean;
  /** It is the phase in which the run is or ended. */
  last: boolean;
}

interface Measured {
  phases: readonly PhaseMark[];
  started_at: string;
  /** When it ended, or the present, in milliseconds. */
  until: number;
}

/** The phase before any sign of one. */
const FIRST = "starting";

/**
 * How long each phase of a run took, in the order in which they first began. `loading` names the
 * phases in which a model is loaded.
 */
export function measurePhases(
  { phases, started_at, until }: Measured,
  loading: readonly string[],
): PhaseTime[] {
  const marks = [{ phase: FIRST, at: started_at }, ...phases];
  const seconds = new Map<string, number>();
  for (const [index, { phase, at }] of marks.entries()) {
    const next = marks[index + 1];
    const end = next ? Date.parse(next.at) : until;
    const took = Math.max(0, end - Date.parse(at)) / 1000;
    seconds.set(phase, (seconds.get(phase) ?? 0) + took);
  }
  const last = marks.at(-1)?.phase;
  return [...seconds].map(([phase, took]) => ({
    phase,
    seconds: took,
    loads: loading.includes(phase),
    last: phase === last,
  }));
}
