/** Where a run may go from each status. Terminal statuses lead nowhere (DESIGN promise 2). */
export const runTransitions = {
  pending: ["running", "failed", "cancelled"],
  running: ["completed", "failed", "cancelled"],
  completed: [],
  failed: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type RunStatus = keyof typeof runTransitions;

export const runStatuses = Object.keys(runTransitions) as [RunStatus, ...RunStatus[]];

export function isTerminal(status: RunStatus): boolean {
  return runTransitions[status].length === 0;
}

export function canTransition(from: RunStatus, to: RunStatus): boolean {
  return (runTransitions[from] as readonly RunStatus[]).includes(to);
}

/** Statuses from which `to` may be reached: the guard of every update that ends or starts a run. */
export function statusesBefore(to: RunStatus): RunStatus[] {
  return runStatuses.filter((from) => canTransition(from, to));
}
