// Long enough to differ every time, short enough to be read out.
const HIGHEST = 999_999;

/** A random whole number within bounds. */
export function rollNumber({
  min = 0,
  max = HIGHEST,
}: {
  min?: number | undefined;
  max?: number | undefined;
}): number {
  const highest = Math.min(max, HIGHEST);
  return min + Math.floor(Math.random() * (highest - min + 1));
}
