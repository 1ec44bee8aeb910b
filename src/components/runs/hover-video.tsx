"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";

interface HoverVideoProps {
  /** Null where there is none. */
  src: string | null;
  /** The still picture. */
  children: ReactNode;
}

/**
 * A picture that plays its video, silently, while the card around it (`article`) is pointed at or has
 * the focus; not for people who want less motion.
 */
export function HoverVideo({ src, children }: HoverVideoProps) {
  const root = useRef<HTMLDivElement>(null);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    const card = root.current?.closest("article");
    if (!card || src === null) return;
    const start = () => {
      if (!matchMedia("(prefers-reduced-motion: reduce)").matches) setPlaying(true);
    };
    const stop = () => setPlaying(false);
    const listening = new AbortController();
    const { signal } = listening;
    card.addEventListener("mouseenter", start, { signal });
    card.addEventListener("focusin", start, { signal });
    card.addEventListener("mouseleave", stop, { signal });
    card.addEventListener("focusout", stop, { signal });
    return () => listening.abort();
  }, [src]);
  return (
    <div ref={root} className="relative">
      {children}
      {playing && src !== null && (
        <video
          src={src}
          muted
          loop
          autoPlay
          playsInline
          aria-hidden
          tabIndex={-1}
          className="absolute inset-0 size-full bg-video object-cover"
        />
      )}
    </div>
  );
}
