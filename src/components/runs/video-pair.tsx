"use client";
import { type ReactNode, useEffect, useRef } from "react";

const DRIFT_SECONDS = 0.08;

/** Two videos side by side; whatever is done to one happens to the other. */
export function VideoPair({ children }: { children: ReactNode }) {
  const pair = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const videos = [...(pair.current?.querySelectorAll("video") ?? [])];
    const stop = new AbortController();
    for (const video of videos) {
      const others = videos.filter((each) => each !== video);
      const mirror = (act: (other: HTMLVideoElement) => void) => () => others.forEach(act);
      const align = (other: HTMLVideoElement) => {
        if (Math.abs(other.currentTime - video.currentTime) > DRIFT_SECONDS) {
          other.currentTime = video.currentTime;
        }
      };
      const on = { signal: stop.signal };
      video.addEventListener(
        "play",
        mirror((other) => void other.play().catch(() => {})),
        on,
      );
      video.addEventListener(
        "pause",
        mirror((other) => other.pause()),
        on,
      );
      video.addEventListener("seeked", mirror(align), on);
      video.addEventListener(
        "ratechange",
        mirror((other) => {
          other.playbackRate = video.playbackRate;
        }),
        on,
      );
    }
    return () => stop.abort();
  }, []);
  return (
    <div ref={pair} className="grid grid-cols-1 gap-3 lg:grid-cols-2">
      {children}
    </div>
  );
}
