/** A browser's boxes end at some 33 million pixels, which is 1.8 million lines. */
const LINES_MAX = 1_000_000;
const STEP = 500_000;

/**
 * Which lines of a long log are listed at once, `end` not included: those around a line, or the
 * last ones when none is wanted. Begins at a multiple of half a million, so it seldom moves.
 */
export function windowOf(count: number, wanted: number | null): { begin: number; end: number } {
  const latest = Math.max(0, Math.ceil((count - LINES_MAX) / STEP) * STEP);
  const begin =
    wanted === null ? latest : Math.min(latest, Math.max(0, Math.floor(wanted / STEP) * STEP));
  return { begin, end: Math.min(count, begin + LINES_MAX) };
}
