/** What must be known of a video to count its pictures. */
export interface FrameRate {
  /** Pictures per second, above 0. */
  fps: number;
  frames: number;
}

/** A player may report a moment a hair before the picture that it shows. */
const ROUNDING = 0.01;

/** Which picture shows at a moment, counted from 0 and never past the last one. */
export function frameAt(seconds: number, { fps, frames }: FrameRate): number {
  return limit(Math.floor(seconds * fps + ROUNDING), frames);
}

/**
 * A moment in the middle of a picture, in seconds: seeking there shows it whatever the rounding.
 * A frame outside the video becomes its first or last one.
 */
export function momentOfFrame(frame: number, { fps, frames }: FrameRate): number {
  return (limit(frame, frames) + 0.5) / fps;
}

function limit(frame: number, frames: number): number {
  return Math.max(0, Math.min(frame, frames - 1));
}
