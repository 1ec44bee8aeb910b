import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 50;
const REQUEST_MS = 5000;

/** Resolves when `/api/health` answers 200; rejects only when `signal` is aborted. */
export async function waitUntilHealthy(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const request = { signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]) };
    const response = await fetch(`${url}/api/health`, request).catch(() => null);
    await response?.body?.cancel();
    if (response?.status === 200) return;
    await sleep(POLL_MS, undefined, { signal });
  }
}
