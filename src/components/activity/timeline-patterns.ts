/** Size of the tile of a pattern. */
export const PATTERN_SIZE = 6;

/** What is drawn over the colour of an operation, by its tone: SVG path data of a tile, to be stroked. */
export const timelinePatterns: readonly string[] = [
  "",
  "M-1 1L1 -1M0 6L6 0M5 7L7 5",
  "M1 1.5h1M4 4.5h1",
  "M3 0V6",
  "M0 3H6",
  "M0 3H6M3 0V6",
];

export const patternId = (tone: number): string => `timeline-pattern-${tone}`;
