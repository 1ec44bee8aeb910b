import { formatDuration } from "@/domain/format-duration";
import type { Progress } from "@/domain/progress";
import { oneLine } from "../terminal/one-line";

/** How far a run is: `██████░░░░  60%  sampling 21/35, 12s left`. */
export function progressText(progress: Progress | null, barWidth = 10): string {
  if (!progress) return "starting";
  const { fraction, eta_seconds } = progress;
  const left = eta_seconds === null ? "" : `${formatDuration(eta_seconds)} left`;
  const words = [phaseText(progress), left].filter(Boolean).join(", ");
  return fraction === null ? words : `${bar(fraction, barWidth)} ${words}`.trimEnd();
}

function phaseText({ phase, step, total }: Progress): string {
  const count = step !== null && total !== null ? `${step}/${total}` : "";
  return [oneLine(phase), count].filter(Boolean).join(" ");
}

function bar(fraction: number, width: number): string {
  const share = Math.min(1, Math.max(0, fraction));
  const full = Math.floor(share * width);
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  return `${"█".repeat(full)}${"░".repeat(width - full)} ${percent}`;
}
