import type { RunStatus } from "../run-status";
import type { BulkAction } from "./bulk-action";

/** What acting on many runs did, or would do. */
export interface BulkReport {
  action: BulkAction;
  dry_run: boolean;
  /** Runs created later were not selected. Give it back to go on with the same selection. */
  as_of: string;
  /** The runs it applies to, counted by status as they were before. */
  applies: Partial<Record<RunStatus, number>>;
  skipped: {
    reason: string;
    count: number;
    /** The newest of them. */
    run_ids: string[];
  }[];
  /** What this call did; a retry or an upscale made a new run. */
  done: { run_id: string; new_run_id: string | null }[];
  /** What could not be done after all. Leave these out when going on. */
  refused: { run_id: string; message: string }[];
  /** How many runs are left to act on. */
  remaining: number;
}
