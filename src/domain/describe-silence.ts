/** What to say of a run that has printed nothing for longer than its model usually takes to. */
export function describeSilence(minutes: number): string {
  return `It has printed nothing for ${duration(minutes)}, longer than is usual for its model. Look at its log and its GPU, and cancel it if nothing goes on.`;
}

function duration(minutes: number): string {
  const [count, unit] = minutes >= 120 ? [minutes / 60, "hour"] : [minutes, "minute"];
  const rounded = Math.round(count * 10) / 10;
  return `${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
}
