import { formatDuration } from "@/domain/format-duration";
import type { MediaFacts } from "@/domain/records";

const SHORT_SECONDS = 10;

/** `5.04s` for what is short, else `1m 30s`. */
function clipLength(seconds: number): string {
  return seconds < SHORT_SECONDS ? `${Number(seconds.toFixed(2))}s` : formatDuration(seconds);
}

/** `1280 × 704, 24 frames/s`. */
export function describePicture({ width, height, fps }: MediaFacts): string {
  return `${width} × ${height}, ${Math.round(fps * 100) / 100} frames/s`;
}

/** `121 frames, 5.04s`. */
export function describeLength({ frames, duration_seconds }: MediaFacts): string {
  const count = `${frames.toLocaleString("en")} ${frames === 1 ? "frame" : "frames"}`;
  return `${count}, ${clipLength(duration_seconds)}`;
}
