import type { RunStatus } from "../run-status";
import type { Span } from "./span";

/** What happened on every slot within a window. All times are milliseconds since 1970. */
export interface TimelineRecord extends Span {
  /** When it was read: runs that still run reach to here. */
  now: number;
  lanes: TimelineLane[];
  /** Runs that began before this are left out because there were too many; null when all are here. */
  cut_at: number | null;
}

/** A slot of an engine: a GPU, or a place on the CPU. */
export interface TimelineLane {
  engine: string;
  slot: string;
  label: string;
  /** In order of their beginning. */
  bars: TimelineBar[];
  /** What no bar covers, in order, for as far as anything is known. */
  gaps: TimelineGap[];
}

export interface TimelineBar {
  /** The run. */
  id: string;
  model_type: string;
  status: RunStatus;
  prompt_id: string;
  prompt_name: string;
  start: number;
  /** When its container ended; null while it runs. */
  end: number | null;
  /** What it is doing, or did last. */
  phase: string | null;
  /** When its model was loaded and it began to compute; null when it did not come so far. */
  computes_at: number | null;
}

export interface TimelineGap extends Span {
  /** Why nothing ran, in words. */
  reason: string;
}
