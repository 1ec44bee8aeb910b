import type { Candidate, Choice } from "./choose-runs";

/** Starts nothing, and says of every run why. */
export function holdRuns(candidates: readonly Candidate[], reason: string): Choice {
  return {
    claims: [],
    next: [],
    reasons: new Map(candidates.map(({ id }) => [id, reason])),
  };
}
