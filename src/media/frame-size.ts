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
