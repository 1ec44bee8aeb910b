import { setTimeout as sleep } from "node:timers/promises";

/** Does work at once and then again and again, never overlapping, until the signal. */
export async function repeat(
  work: () => Promise<void>,
  { ms, signal }: { ms: number; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    await work();
    await sleep(ms, undefined, { signal }).catch(() => {});
  }
}
