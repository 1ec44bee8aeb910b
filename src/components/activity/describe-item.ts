import { formatDuration } from "@/domain/format-duration";
import type { LaneItem } from "@/domain/timeline/lane-items";
import { loadEnd } from "@/domain/timeline/load-end";
import type { TimelineBar } from "@/domain/timeline/timeline-record";
import { formatExact } from "../format/format-relative";
import type { OperationInfo } from "../operations/operation-info";
import { statusLabel } from "../runs/run-status-badge";

export interface ItemWords {
  title: string;
  lines: string[];
}

/** What an item of the timeline is, for a tooltip and for screen readers. */
export function describeItem(item: LaneItem, operations: readonly OperationInfo[]): ItemWords {
  const length = formatDuration((item.end - item.start) / 1000);
  if (item.kind === "gap") {
    return { title: item.gap.reason, lines: [`Idle for ${length}`, times(item)] };
  }
  if (item.kind === "block") {
    const failed = item.bars.filter((bar) => bar.status === "failed").length;
    const also = failed > 0 ? `, ${failed} failed` : "";
    const lines = [`Within ${length}`, times(item), "Zoom in to tell them apart"];
    return { title: `${item.bars.length} runs${also}`, lines };
  }
  const { bar } = item;
  const operation = operations.find(({ type }) => type === bar.model_type);
  const what = [operation?.label ?? bar.model_type, statusLabel(bar.status), length].join(", ");
  const phase = bar.status === "running" && bar.phase ? [`Now: ${bar.phase}`] : [];
  return { title: bar.prompt_name, lines: [what, ...phase, ...parts(bar, item), times(item)] };
}

/** How long it loaded its model and computed, where that is known. */
function parts(bar: TimelineBar, { start, end }: LaneItem): string[] {
  if (bar.computes_at === null) return [];
  const until = loadEnd(bar, end);
  const [load, compute] = [until - start, end - until].map((ms) => formatDuration(ms / 1000));
  return [`Model load ${load}, compute ${compute}`];
}

/** `2026-11-28 14:03:10 – 14:05:00 UTC`; the second date only where it differs. */
function times({ start, end }: LaneItem): string {
  const [from, to] = [start, end].map((at) => formatExact(new Date(at).toISOString()));
  if (from === undefined || to === undefined) return "";
  const sameDay = from.slice(0, 10) === to.slice(0, 10);
  return `${from.slice(0, 19)} – ${sameDay ? to.slice(11) : to}`;
}
