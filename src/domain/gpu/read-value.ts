/** A cell as a number; null for `[N/A]`, `[Not Supported]`, `[Unknown Error]` and whatever else is none. */
export function readNumber(cell: string | undefined): number | null {
  return cell !== undefined && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : null;
}

/** A cell as text; null for what is empty or in brackets, such as `[N/A]`. */
export function readText(cell: string | undefined): string | null {
  return cell && !/^(\[.*\]|N\/A)$/.test(cell) ? cell : null;
}
