/** What many measurements of one thing come to; the unit is theirs. */
export interface Summary {
  n: number;
  min: number;
  p50: number;
  p95: number;
  max: number;
}

/** Throws when there is nothing to sum up. */
export function summarize(values: readonly number[]): Summary {
  if (values.length === 0) throw new Error("Nothing was measured.");
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return {
    n: sorted.length,
    min: round(at(1 / sorted.length)),
    p50: round(at(0.5)),
    p95: round(at(0.95)),
    max: round(at(1)),
  };
}

/** To two decimals: more of them would be noise. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The median of each key of many records; those that were not measured are left out. */
export function medians<Key extends string>(records: Record<Key, number>[]) {
  const keys = Object.keys(records[0] ?? {}) as Key[];
  const entries = keys.map((key) => {
    const values = records.map((record) => record[key]).filter(Number.isFinite);
    return [key, values.length > 0 ? summarize(values).p50 : undefined] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<
    string,
    number
  >;
}
