/** Does work at once and then again and again, never overlapping, until the signal. */
export async function repeat(
  work: () => Promise<void>,
  { ms, signal }: { ms: number; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    await work();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done, { once: true });
      function done() {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      }
    });
  }
}
