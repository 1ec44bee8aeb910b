"use client";
import { type RefObject, useEffect } from "react";
import { planSync } from "@/domain/video/plan-sync";

interface Pair {
  leader: RefObject<HTMLVideoElement | null>;
  follower: RefObject<HTMLVideoElement | null>;
  /** False while the follower is out of sight. */
  active: boolean;
}

const moments = [
  "play",
  "pause",
  "seeking",
  "seeked",
  "timeupdate",
  "ratechange",
  "waiting",
  "playing",
];

/** Keeps one video at the moment of another, whatever their sizes and frame rates. */
export function useFollower({ leader, follower, active }: Pair): void {
  useEffect(() => {
    const first = leader.current;
    const second = follower.current;
    if (!first || !second) return;
    if (!active) {
      second.pause();
      return;
    }
    const stop = new AbortController();
    const align = () => {
      const length = Number.isFinite(second.duration) ? second.duration : 0;
      if (length === 0) return;
      const playing = !first.paused && !first.ended;
      const step = planSync({
        leader: first.currentTime,
        follower: second.currentTime,
        length,
        rate: first.playbackRate,
        playing,
      });
      // A jump asked for while one is under way would start it again and again.
      if (step.seek !== null && !(second.seeking && playing)) second.currentTime = step.seek;
      if (second.playbackRate !== step.rate) second.playbackRate = step.rate;
      const ended = first.currentTime >= length;
      if (playing && !ended && second.paused) second.play().catch(() => undefined);
      if ((!playing || ended) && !second.paused) second.pause();
    };
    for (const event of moments) first.addEventListener(event, align, { signal: stop.signal });
    second.addEventListener("loadedmetadata", align, { signal: stop.signal });
    align();
    return () => stop.abort();
  }, [leader, follower, active]);
}
