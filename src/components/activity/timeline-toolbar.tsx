"use client";
import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from "lucide-react";
import { formatDuration } from "@/domain/format-duration";
import { Button } from "../ui/button";
import { timelineMoves, type TimelineMove } from "./timeline-moves";

interface TimelineToolbarProps {
  /** How much time is seen, in milliseconds. */
  length: number;
  /** Whether the view moves along with the present. */
  following: boolean;
  onMove: (move: TimelineMove) => void;
}

const buttons = [
  { label: "Earlier", icon: ChevronLeft, move: timelineMoves.ArrowLeft },
  { label: "Later", icon: ChevronRight, move: timelineMoves.ArrowRight },
  { label: "Zoom out", icon: ZoomOut, move: timelineMoves["-"] },
  { label: "Zoom in", icon: ZoomIn, move: timelineMoves["+"] },
] as const;

export function TimelineToolbar({ length, following, onMove }: TimelineToolbarProps) {
  return (
    <div className="ml-auto flex items-center gap-0.5 noscript:hidden">
      <output aria-label="Time shown" className="px-2 text-muted text-xs tabular-nums">
        {formatDuration(length / 1000)}
      </output>
      <Button
        variant="ghost"
        size="sm"
        disabled={following}
        onClick={() => onMove(timelineMoves.End)}
      >
        Now
      </Button>
      {buttons.map(({ label, icon: Icon, move }) => (
        <Button
          key={label}
          variant="ghost"
          size="sm"
          aria-label={label}
          title={label}
          onClick={() => onMove(move)}
        >
          <Icon aria-hidden />
        </Button>
      ))}
    </div>
  );
}
