import type { RunRecord } from "./records";

/** What a video measures. */
export interface VideoShape {
  width: number;
  height: number;
  frames: number;
  /** Frames per second. */
  fps: number;
}

/** What will come of a run's input, known before it starts. */
export interface Forecast {
  input: VideoShape;
  output: VideoShape;
}

/** A run that is not made yet. */
export interface PlannedRun extends RunRecord {
  /** Null when nothing is known of its input, or when it makes no video. */
  forecast: Forecast | null;
}

const sizeOf = ({ width, height }: VideoShape) => `${width}x${height}`;
const lengthOf = ({ frames, fps }: VideoShape) =>
  `${frames} frames at ${Math.round(fps * 1000) / 1000} fps`;

/** Such as `1280x704, 121 frames at 24 fps`. */
export function describeShape(shape: VideoShape): string {
  return `${sizeOf(shape)}, ${lengthOf(shape)}`;
}

/** Such as `1920x1080 in, 1280x704 out, 121 frames at 24 fps`. */
export function describeForecast({ input, output }: Forecast): string {
  return `${sizeOf(input)} in, ${sizeOf(output)} out, ${lengthOf(output)}`;
}
