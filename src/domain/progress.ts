/** How far a run is. `fraction` is 0..1 over the whole run; `step`/`total` count within the phase. */
export interface Progress {
  phase: string;
  fraction: number | null;
  step: number | null;
  total: number | null;
  eta_seconds: number | null;
}

/** When a phase of a run began, ISO-8601 in UTC. */
export interface PhaseMark {
  phase: string;
  at: string;
}
