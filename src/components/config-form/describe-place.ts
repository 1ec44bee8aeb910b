import type { Foresight } from "@/domain/foresight";

/** Where in the queue a new run would stand, in words. */
export function describePlace({ waiting, paused }: Pick<Foresight, "waiting" | "paused">): string {
  const behind = waiting === 1 ? "1 run that waits" : `${waiting} runs that wait`;
  if (paused) return `When the queue is resumed${waiting > 0 ? `, behind ${behind}` : ""}`;
  return waiting > 0 ? `Behind ${behind}` : "As soon as a slot is free, nothing waits before it";
}
