import type { RunStatus } from "../run-status";

/** What a timeline needs to know of a run. Times are milliseconds since 1970. */
export interface TimelineRun {
  id: string;
  model_type: string;
  status: RunStatus;
  prompt_id: string;
  prompt_name: string;
  engine: string | null;
  /** Its slots, separated by commas. */
  slot: string | null;
  phase: string | null;
  /** When it began to compute, its model being loaded; null when it did not come so far. */
  computes_at: number | null;
  created_at: number;
  /** When its parent had completed; `created_at` without a parent, null while the parent has not. */
  ready_at: number | null;
  started_at: number | null;
  /** When its slot was free again, or when it ended without ever having one. */
  ended_at: number | null;
}
