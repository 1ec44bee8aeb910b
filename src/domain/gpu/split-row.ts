/**
 * Splits a line of `nvidia-smi --format=csv`, which quotes nothing: commas beyond the `count` columns
 * belong to the column at `wide`. Null when there are too few.
 */
export function splitRow(line: string, count: number, wide: number): string[] | null {
  const cells = line.split(",").map((cell) => cell.trim());
  const surplus = cells.length - count;
  if (surplus < 0) return null;
  const end = wide + surplus + 1;
  return [...cells.slice(0, wide), cells.slice(wide, end).join(", "), ...cells.slice(end)];
}
