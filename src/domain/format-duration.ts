const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time for people, in its two largest units: 45 → `45s`, 90 → `1m 30s`, 9900 → `2h 45m`. */
export function formatDuration(seconds: number | null | undefined): string {
  if (typeof seconds !== "number" || !Number.isFinite(seconds) || seconds < 0) return "-";
  const whole = Math.round(seconds);
  const count = (unit: number, within: number) => Math.floor((whole % within) / unit);
  if (whole < MINUTE) return `${whole}s`;
  if (whole < HOUR) return `${count(MINUTE, HOUR)}m ${count(1, MINUTE)}s`;
  if (whole < DAY) return `${count(HOUR, DAY)}h ${count(MINUTE, HOUR)}m`;
  return `${Math.floor(whole / DAY)}d ${count(HOUR, DAY)}h`;
}
