import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What the operator of a run said of itself, in milliseconds of the wall clock. */
export interface OperatorTimes {
  /** Its process executed its first instruction. */
  process_began: number;
  /** Its script did. */
  script_began: number;
  /** The last thing that it did itself. */
  ended: number;
  /** Only of a run: when the engine's steps left their files. */
  container_made?: number;
  supervisor_began?: number;
  gate_opened?: number;
  gate_passed?: number;
}

/** Reads what the operator left in its output folder. */
export function readTimes(out: string): OperatorTimes {
  return JSON.parse(readFileSync(join(out, "times.json"), "utf8"));
}
