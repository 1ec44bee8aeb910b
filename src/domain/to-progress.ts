import type { Progress } from "./progress";
import type { ProgressReading } from "./read-progress";

/** Below this share of a run its pace says nothing about what is left. */
const PACE_FROM = 0.05;
/** While a step goes on it is never taken for done. */
const ALMOST = 0.98;

export interface Clock {
  elapsedSeconds: number;
  /** How long runs like this one took here; null when there was none. */
  usualSeconds: number | null;
}

/**
 * A reading as progress of the whole run. What the log has shown is certain; between two of its signs
 * time goes on as it usually does, where that is known. Remaining time is a mix of what is usual and of
 * this run's own pace, which counts for more the further it is.
 */
export function toProgress(reading: ProgressReading, clock: Clock): Progress {
  const { phase } = reading;
  const { elapsedSeconds, usualSeconds } = clock;
  const usualLeft = usualSeconds === null ? null : usualSeconds - elapsedSeconds;
  if (!phase) {
    const left = usualLeft !== null && usualLeft > 0 ? Math.round(usualLeft) : null;
    return { phase: "starting", fraction: null, step: null, total: null, eta_seconds: left };
  }
  const [done, next] = shares(reading).map((share) => phase.from + (phase.to - phase.from) * share);
  const fraction = along(done ?? 0, next ?? 1, clock);
  const hasPace = fraction >= PACE_FROM && (usualSeconds !== null || hasMoved(reading));
  const paceLeft = hasPace ? (elapsedSeconds * (1 - fraction)) / fraction : null;
  const left =
    usualLeft === null || usualLeft <= 0 || paceLeft === null
      ? (paceLeft ?? usualLeft)
      : fraction * paceLeft + (1 - fraction) * usualLeft;
  return {
    phase: phase.phase,
    fraction: Math.round(fraction * 1000) / 1000,
    ...count(reading),
    eta_seconds: left === null ? null : Math.max(0, Math.round(left)),
  };
}

/** How much of its phase is done, and how much will be after the next step: 0..1. */
function shares({ step, total, part, parts }: ProgressReading): [number, number] {
  const ofPart = (steps: number) => (total ? Math.min(1, steps / total) : 0);
  const ofPhase = (share: number) => (parts ? ((part ?? 1) - 1 + share) / parts : share);
  return [ofPhase(ofPart(step ?? 0)), ofPhase(total ? ofPart((step ?? 0) + 1) : 1)];
}

function along(done: number, next: number, { elapsedSeconds, usualSeconds }: Clock): number {
  if (!usualSeconds) return done;
  const most = done + (next - done) * ALMOST;
  return Math.max(done, Math.min(elapsedSeconds / usualSeconds, most));
}

const hasMoved = ({ step, part }: ProgressReading) => (step ?? 0) > 0 || (part ?? 1) > 1;

/** The bar over all parts. A bar of a single tick has nothing to tell. */
function count({ step, total, part, parts }: ProgressReading): Pick<Progress, "step" | "total"> {
  if (step === null || total === null) return { step: null, total: null };
  const whole = total * (parts ?? 1);
  return whole > 1
    ? { step: ((part ?? 1) - 1) * total * (parts ? 1 : 0) + step, total: whole }
    : { step: null, total: null };
}
