import type { RunRecord } from "@/domain/records";
import { comparedInput, comparedNone } from "./choose-comparison";

interface Asked {
  run: RunRecord;
  /** The run that it was done again from; null for none. */
  origin: RunRecord | null;
  /** The value of `?compare=`, which the videos go by, too. */
  compare: string | undefined;
  /** The run that `compare` names; null where there is none. */
  compared: RunRecord | null;
}

/** The run beside whose settings a run's own are shown: what was asked for, else where it came from. */
export function chooseBase({ run, origin, compare, compared }: Asked): RunRecord | null {
  if (compare === comparedNone) return null;
  if (compare === undefined || compare === comparedInput) return origin;
  return compared && compared.id !== run.id ? compared : null;
}
