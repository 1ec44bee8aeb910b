/** One thing that was looked at. */
export interface DoctorCheck {
  /** Such as `database` or `engine gpu1`. */
  name: string;
  status: "ok" | "warning" | "failed";
  /** What was found, in one or two sentences. */
  message: string;
  /** What to do about it; null when nothing need be done. */
  advice: string | null;
}

/** Everything that was looked at. */
export interface DoctorRecord {
  /** False when a check has failed; warnings are fine. */
  ok: boolean;
  checks: DoctorCheck[];
}

/** A check that found nothing wrong. */
export function fine(name: string, message: string): DoctorCheck {
  return { name, status: "ok", message, advice: null };
}
