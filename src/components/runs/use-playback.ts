"use client";
import { type RefObject, useEffect, useState } from "react";
import { type FrameRate, frameAt, momentOfFrame } from "@/domain/video/frame-clock";

const UNKNOWN_FPS = 24;

/** Where a video stands. */
export interface Playback {
  playing: boolean;
  /** Of the picture that shows. */
  seconds: number;
  /** 0 until it is known. */
  duration: number;
  rate: number;
  loop: boolean;
}

export interface PlaybackControls {
  toggle: () => void;
  /** Stops at a picture so many further on, or back. */
  step: (frames: number) => void;
  seek: (seconds: number) => void;
  setRate: (rate: number) => void;
  toggleLoop: () => void;
}

/** Follows a video and controls it. The frame rate may be unknown: then a step is 1/24 s. */
export function usePlayback(
  video: RefObject<HTMLVideoElement | null>,
  frameRate: FrameRate | null,
): [Playback, PlaybackControls] {
  const [playback, setPlayback] = useState<Playback>(atRest);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const stop = new AbortController();
    const read = () => setPlayback(readPlayback(element));
    for (const event of watched) element.addEventListener(event, read, { signal: stop.signal });
    // `timeupdate` comes four times a second; this comes with every picture.
    let handle: number | undefined = element.requestVideoFrameCallback?.(onFrame);
    function onFrame(_now: number, { mediaTime }: { mediaTime: number }) {
      setPlayback((known) => ({ ...known, seconds: mediaTime }));
      handle = element?.requestVideoFrameCallback(onFrame);
    }
    read();
    return () => {
      stop.abort();
      if (handle !== undefined) element.cancelVideoFrameCallback(handle);
    };
  }, [video]);

  const withVideo = (act: (element: HTMLVideoElement) => void) => {
    if (video.current) act(video.current);
  };
  const seek = (seconds: number) =>
    withVideo((element) => {
      element.currentTime = Math.max(0, Math.min(seconds, element.duration || 0));
    });
  return [
    playback,
    {
      seek,
      toggle: () =>
        withVideo((element) => {
          // Refused when the element leaves the page, or must stop before it has begun.
          if (element.paused) element.play().catch(() => undefined);
          else element.pause();
        }),
      step: (frames) =>
        withVideo((element) => {
          element.pause();
          seek(
            frameRate
              ? momentOfFrame(frameAt(element.currentTime, frameRate) + frames, frameRate)
              : element.currentTime + frames / UNKNOWN_FPS,
          );
        }),
      setRate: (rate) =>
        withVideo((element) => {
          element.playbackRate = rate;
        }),
      toggleLoop: () =>
        withVideo((element) => {
          element.loop = !element.loop;
          setPlayback(readPlayback(element));
        }),
    },
  ];
}

const atRest: Playback = { playing: false, seconds: 0, duration: 0, rate: 1, loop: true };
const watched = [
  "play",
  "pause",
  "ended",
  "seeking",
  "seeked",
  "timeupdate",
  "ratechange",
  "loadedmetadata",
  "durationchange",
];

function readPlayback(element: HTMLVideoElement): Playback {
  return {
    playing: !element.paused,
    seconds: element.currentTime,
    duration: Number.isFinite(element.duration) ? element.duration : 0,
    rate: element.playbackRate,
    loop: element.loop,
  };
}
