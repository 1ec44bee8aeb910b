"use client";
import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from "lucide-react";
import { Button } from "../ui/button";
import { timelineMoves, type TimelineMove } from "./timeline-moves";

interface TimelineToolbarProps {
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

export function TimelineToolbar({ following, onMove }: TimelineToolbarProps) {
  return (
    <div className="ml-auto flex items-center gap-0.5 noscript:hidden">
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
