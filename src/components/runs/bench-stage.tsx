"use client";
import type { CSSProperties, ReactNode, RefObject } from "react";
import { type BenchMode, benchModes } from "./bench-modes";
import { RunVideo } from "./run-video";
import type { VideoSource } from "./video-source";

interface BenchStageProps {
  mode: BenchMode;
  result: VideoSource;
  other: VideoSource | null;
  resultRef: RefObject<HTMLVideoElement | null>;
  otherRef: RefObject<HTMLVideoElement | null>;
  /** How much of the other video shows in a wipe, in percent. */
  split: number;
  /** True without scripts: the videos keep the browser's own controls. */
  plain: boolean;
  onClick: () => void;
  /** Lies over the videos where they are one. */
  children: ReactNode;
}

/** The pictures of the bench. Both videos keep their place in the page whatever the mode is. */
export function BenchStage(props: BenchStageProps) {
  const { mode, result, other, split, plain } = props;
  const { overlaid } = benchModes[mode];
  const look = { overlaid, plain };
  return (
    <div
      data-view={mode}
      onClick={plain ? undefined : props.onClick}
      style={overlaid ? frameOf(result) : undefined}
      className={overlaid ? "relative mx-auto w-full overflow-hidden rounded-md bg-video" : ""}
    >
      <div
        className={
          overlaid
            ? `absolute inset-0 isolate ${mode === "difference" ? "brightness-400" : ""}`
            : `grid items-start gap-3 ${mode === "side" && other ? "lg:grid-cols-2" : ""}`
        }
      >
        {other && (
          <Picture
            {...look}
            video={other}
            videoRef={props.otherRef}
            hidden={mode === "single"}
            place={overlaid ? "absolute inset-0 z-1" : ""}
            style={mode === "wipe" ? { clipPath: `inset(0 ${100 - split}% 0 0)` } : undefined}
            blend={mode === "difference" ? "mix-blend-difference" : ""}
          />
        )}
        <Picture
          {...look}
          video={result}
          videoRef={props.resultRef}
          hidden={false}
          place={overlaid ? "absolute inset-0" : ""}
          style={undefined}
          blend=""
        />
      </div>
      {overlaid && other && <Name corner="left-2">{other.label}</Name>}
      {overlaid && <Name corner="right-2">{result.label}</Name>}
      {props.children}
    </div>
  );
}

/** Names a picture that lies over another, in its corner. */
function Name({ corner, children }: { corner: string; children: string }) {
  return (
    <span
      className={`absolute top-2 z-2 max-w-[45%] truncate rounded-sm bg-[rgb(0_0_0/0.7)] px-1.5 py-0.5 text-[white] text-xs ${corner}`}
    >
      {children}
    </span>
  );
}

interface PictureProps {
  video: VideoSource;
  videoRef: RefObject<HTMLVideoElement | null>;
  overlaid: boolean;
  plain: boolean;
  hidden: boolean;
  place: string;
  style: CSSProperties | undefined;
  blend: string;
}

function Picture(props: PictureProps) {
  const { video, videoRef, overlaid, plain, hidden, place, style, blend } = props;
  const { width, height, fps, frames } = video.media;
  return (
    <figure hidden={hidden} className={`min-w-0 ${place} ${blend}`}>
      <RunVideo
        ref={videoRef}
        video={video}
        controls={plain}
        style={style}
        className={overlaid ? "h-full! object-contain" : "max-h-[70vh]"}
      />
      {!overlaid && (
        <figcaption className="mt-1.5 flex flex-wrap justify-between gap-x-3 text-muted text-xs">
          <span>{video.label}</span>
          {width && height && (
            <span>
              {width} × {height}, {frames} frames at {fps} frames/s
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}

/** The frame of the result, never higher than most of the window. */
function frameOf({ media }: VideoSource): CSSProperties {
  const { width = 16, height = 9 } = media;
  return { aspectRatio: `${width} / ${height}`, maxWidth: `calc(70vh * ${width / height})` };
}
