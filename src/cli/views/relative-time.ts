import { formatDuration } from "@/domain/format-duration";

/** How long ago an ISO time was, roughly: `12s ago`, `3h ago`; the date once it is a month old. */
export function relativeTime(iso: string | null, now = Date.now()): string {
  if (!iso) return "-";
  const seconds = (now - Date.parse(iso)) / 1000;
  if (seconds < 1) return "just now";
  if (seconds > 30 * 24 * 3600) return iso.slice(0, 10);
  const [largest] = formatDuration(seconds).split(" ");
  return `${largest} ago`;
}
