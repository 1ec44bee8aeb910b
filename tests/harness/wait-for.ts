import { setTimeout as sleep } from "node:timers/promises";

/** Asks until the answer is truthy and returns it; throws after 60 s, naming what it waited for. */
export async function waitFor<T>(
  ask: () => T | Promise<T>,
  what: string,
  timeoutMs = 60_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    const answer = await ask();
    if (answer) return answer as NonNullable<Exclude<T, false>>;
    await sleep(20);
  }
  throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}.`);
}
