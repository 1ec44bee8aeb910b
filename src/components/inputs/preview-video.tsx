"use client";
import type { FocusEvent, MouseEvent } from "react";

interface PreviewVideoProps {
  src: string;
  label: string;
  className?: string;
}

type Pointed = MouseEvent<HTMLVideoElement> | FocusEvent<HTMLVideoElement>;

const play = (event: Pointed) => void event.currentTarget.play().catch(() => {});
const rest = (event: Pointed) => {
  event.currentTarget.pause();
  event.currentTarget.currentTime = 0;
};

/** A silent loop: its first frame, and motion while it is pointed at or focused. */
export function PreviewVideo({ src, label, className = "" }: PreviewVideoProps) {
  return (
    <video
      muted
      loop
      playsInline
      preload="metadata"
      // The moment makes browsers show that frame before it plays.
      src={`${src}#t=0.001`}
      aria-label={label}
      tabIndex={0}
      onMouseEnter={play}
      onMouseLeave={rest}
      onFocus={play}
      onBlur={rest}
      className={`aspect-video w-full bg-video object-cover ${className}`}
    />
  );
}
