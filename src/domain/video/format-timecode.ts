/** A moment of a video as `1:02.458`: minutes, seconds, thousandths. */
export function formatTimecode(seconds: number): string {
  const thousandths = Math.max(0, Math.floor(seconds * 1000 + 0.5));
  const minutes = Math.floor(thousandths / 60_000);
  const rest = ((thousandths % 60_000) / 1000).toFixed(3).padStart(6, "0");
  return `${minutes}:${rest}`;
}
