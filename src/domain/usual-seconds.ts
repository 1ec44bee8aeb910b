/** A completed run like the one in question. */
export interface LikeRun {
  /** From its start until its program had ended. */
  seconds: number;
  /** Of its video; null when it made none. */
  frames: number | null;
}

/** Runs whose videos differ by more than this share are not alike. */
const TOLERANCE = 0.25;

/** How long like runs took: the median, of those with about as many frames. Null when there are none. */
export function usualSeconds(runs: readonly LikeRun[], frames: number | null): number | null {
  const alike = runs.filter(
    (run) =>
      frames === null ||
      run.frames === null ||
      Math.abs(run.frames - frames) <= TOLERANCE * Math.max(run.frames, frames),
  );
  const sorted = alike.map((run) => run.seconds).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
