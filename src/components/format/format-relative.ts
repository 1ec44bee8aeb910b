import { formatDuration } from "@/domain/format-duration";

/** `now`, `12s ago`, `4m ago`, `3h ago`, `5d ago`, then the date. Times are milliseconds. */
export function formatRelative(at: number, now: number): string {
  const seconds = (now - at) / 1000;
  if (seconds < 5) return "now";
  if (seconds >= 30 * 86_400) return new Date(at).toISOString().slice(0, 10);
  const [largest] = formatDuration(Math.floor(seconds)).split(" ");
  return `${largest} ago`;
}

/** `2026-11-24 02:43:10 UTC`: the same on server and browser, whatever their zones. */
export function formatExact(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
