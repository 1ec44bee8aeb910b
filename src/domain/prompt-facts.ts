import type { RunStatus } from "./run-status";

/** What a list tells of a prompt's runs. */
export interface PromptFacts {
  /** Runs by status; a status without runs is left out. */
  runs: Partial<Record<RunStatus, number>>;
  /** Of its completed runs that were rated; null when none was. */
  rating: AverageRating | null;
  /** Its newest completed run that has a picture; the path is relative to the data folder. */
  latest: { run_id: string; poster_path: string } | null;
}

export interface AverageRating {
  /** 1 to 5. */
  average: number;
  count: number;
}
