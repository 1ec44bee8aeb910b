import Link from "next/link";
import type { LaneItem } from "@/domain/timeline/lane-items";
import { buttonVariants } from "../ui/button-variants";
import type { ItemWords } from "./describe-item";

interface TimelineTooltipProps {
  item: LaneItem;
  words: ItemWords;
  /** Where it points at, in pixels of the drawing. */
  x: number;
  y: number;
  width: number;
  /** Stays and can be clicked. */
  pinned: boolean;
}

const WIDTH = 260;

/** What is pointed at, beside it. */
export function TimelineTooltip({ item, words, pinned, ...place }: TimelineTooltipProps) {
  const left = Math.max(0, Math.min(place.x - WIDTH / 2, place.width - WIDTH));
  return (
    <div
      data-timeline-tooltip
      style={{ left, top: place.y, maxWidth: WIDTH }}
      className={`absolute z-10 w-max space-y-0.5 rounded-md border border-line bg-surface px-2.5 py-2 text-xs shadow-lg ${pinned ? "" : "pointer-events-none"}`}
    >
      <p className="line-clamp-2 font-medium [overflow-wrap:anywhere]">{words.title}</p>
      {words.lines.map((line) => (
        <p key={line} className="text-muted">
          {line}
        </p>
      ))}
      {pinned && item.kind === "bar" && (
        <Link
          href={`/runs/${item.bar.id}`}
          prefetch={false}
          className={`${buttonVariants({ size: "sm" })} mt-1`}
        >
          Open run
        </Link>
      )}
    </div>
  );
}
