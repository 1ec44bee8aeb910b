"use client";
import { Pause, Play, Repeat, StepBack, StepForward } from "lucide-react";
import { formatTimecode } from "@/domain/video/format-timecode";
import { type FrameRate, frameAt } from "@/domain/video/frame-clock";
import { Button } from "../ui/button";
import type { Playback, PlaybackControls } from "./use-playback";

interface BenchTransportProps {
  playback: Playback;
  controls: PlaybackControls;
  frameRate: FrameRate | null;
}

export const benchRates = [0.25, 0.5, 1, 1.5, 2] as const;
const FINE_SECONDS = 0.001;

/** Buttons, the line of time and the numbers below the videos. */
export function BenchTransport({ playback, controls, frameRate }: BenchTransportProps) {
  const { playing, seconds, duration, rate, loop } = playback;
  const frame = frameRate && `frame ${frameAt(seconds, frameRate) + 1} / ${frameRate.frames}`;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-1 gap-y-1.5 noscript:hidden">
      <Button
        size="icon"
        variant="primary"
        aria-label={playing ? "Pause" : "Play"}
        onClick={controls.toggle}
        className="max-md:size-10"
      >
        {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
      </Button>
      <Button
        size="icon"
        variant="ghost"
        aria-label="One frame back"
        onClick={() => controls.step(-1)}
        className="max-md:size-10"
      >
        <StepBack aria-hidden />
      </Button>
      <Button
        size="icon"
        variant="ghost"
        aria-label="One frame on"
        onClick={() => controls.step(1)}
        className="max-md:size-10"
      >
        <StepForward aria-hidden />
      </Button>
      <input
        type="range"
        aria-label="Position"
        aria-valuetext={frame ?? formatTimecode(seconds)}
        min={0}
        max={duration || 1}
        step={FINE_SECONDS}
        value={Math.min(seconds, duration || 1)}
        onChange={(event) => controls.seek(event.currentTarget.valueAsNumber)}
        className="range-control mx-1 min-w-32 flex-1 basis-40 max-md:order-first max-md:basis-full"
      />
      <output className="shrink-0 max-md:order-last max-md:basis-full whitespace-nowrap px-1 text-xs">
        {frame && <span data-frame>{frame}</span>}
        <span className="ml-2 font-mono text-muted">
          {formatTimecode(seconds)} / {formatTimecode(duration)}
        </span>
      </output>
      <Button
        size="icon"
        variant="ghost"
        aria-label="Loop"
        aria-pressed={loop}
        onClick={controls.toggleLoop}
        className="aria-pressed:bg-hover aria-pressed:text-foreground max-md:size-10"
      >
        <Repeat aria-hidden />
      </Button>
      <select
        aria-label="Speed"
        value={rate}
        onChange={(event) => controls.setRate(Number(event.currentTarget.value))}
        className="select-control h-8 rounded-md border border-control/70 bg-surface pl-2 text-xs max-md:h-10"
      >
        {benchRates.map((each) => (
          <option key={each} value={each}>
            {each}×
          </option>
        ))}
      </select>
    </div>
  );
}
