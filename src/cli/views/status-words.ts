import type { RunStatus } from "@/domain/run-status";
import { paint, type Style } from "../terminal/paint";

const looks: Record<RunStatus, [symbol: string, style: Style]> = {
  pending: ["○", "dim"],
  running: ["▶", "blue"],
  completed: ["✓", "green"],
  failed: ["✗", "red"],
  cancelled: ["⊘", "yellow"],
};

/** A run's status as a symbol and a word. */
export function statusWords(status: RunStatus): string {
  const [symbol, style] = looks[status];
  return paint(style, `${symbol} ${status}`);
}
