import type { RunStatus } from "@/domain/run-status";
import type { LaneItem } from "@/domain/timeline/lane-items";
import type { TimelineBar } from "@/domain/timeline/timeline-record";
import type { OperationInfo } from "../operations/operation-info";

/** How a bar is drawn: `plain` is filled, `open` goes on, `failed` is crossed, `hollow` is an outline. */
export type BarShape = "plain" | "open" | "failed" | "hollow";

export const statusShapes = {
  pending: "plain",
  running: "open",
  completed: "plain",
  failed: "failed",
  cancelled: "hollow",
} as const satisfies Record<RunStatus, BarShape>;

export interface BarLook {
  shape: BarShape;
  /** Number of its operation's colour; null for an operation that is gone. */
  tone: number | null;
  /** The operation whose sign it carries. */
  type: OperationInfo["type"] | null;
}

/** How a run looks, or what several drawn as one mostly are; undefined for idle time. */
export function itemLook(
  item: LaneItem,
  operations: readonly OperationInfo[],
): BarLook | undefined {
  if (item.kind === "gap") return undefined;
  const bars = item.kind === "bar" ? [item.bar] : item.bars;
  const type = mostly(bars);
  const operation = operations.find((each) => each.type === type);
  const shapes = new Set(bars.map((bar) => statusShapes[bar.status]));
  const [first = "plain"] = shapes;
  // Of several in one, a failure is what must not be missed.
  const shape = shapes.has("failed") ? "failed" : shapes.size === 1 ? first : "plain";
  return { shape, tone: operation?.tone ?? null, type: operation?.type ?? null };
}

function mostly(bars: readonly TimelineBar[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { model_type } of bars) counts.set(model_type, (counts.get(model_type) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
