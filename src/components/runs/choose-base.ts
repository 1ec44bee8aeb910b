import type { RunRecord } from "@/domain/records";
import { comparedInput, comparedNone } from "./choose-comparison";

interface Asked {
  run: RunRecord;
  /** The run that it continues. */
  parent: RunRecord | undefined;
  /** The value of `?compare=`, which the videos go by, too. */
  compare: string | undefined;
  /** The run that `compare` names; null where there is none. */
  compared: RunRecord | null;
}

/** The run beside whose settings a run's own are shown: what was asked for, else what it continues. */
export function chooseBase({ run, parent, compare, compared }: Asked): RunRecord | null {
  if (compare === comparedNone) return null;
  if (compare === undefined || compare === comparedInput) return parent ?? null;
  return compared && compared.id !== run.id ? compared : null;
}
