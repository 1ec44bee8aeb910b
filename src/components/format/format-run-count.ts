/** A number of runs in words: `1 run`, `12,345 runs`. */
export function formatRunCount(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "run" : "runs"}`;
}
