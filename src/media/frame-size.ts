export interface FrameSize {
  width: number;
  height: number;
}

/** Shape of a stream of raw frames. */
export interface FrameShape extends FrameSize {
  fps: number;
}

/** A frame rate as ffmpeg wants it: NTSC rates stay exact (29.97 is `30000/1001`). */
export function frameRate(fps: number): string {
  const nominal = Math.round(fps * 1.001);
  const isNtsc = Math.abs((nominal * 1000) / 1001 - fps) < 0.004 && Math.abs(nominal - fps) > 0.004;
  return isNtsc ? `${nominal * 1000}/1001` : String(Math.round(fps * 1000) / 1000);
}

/**
 * The largest size of the same shape with even sides and at most `pixels` pixels; never enlarged.
 */
export function workingSize({ width, height }: FrameSize, pixels: number): FrameSize {
  const scale = Math.min(1, Math.sqrt(pixels / (width * height)));
  const even = (side: number) => Math.max(2, 2 * Math.floor((side * scale + 1e-6) / 2));
  return { width: even(width), height: even(height) };
}
