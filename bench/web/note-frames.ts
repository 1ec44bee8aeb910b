import type { Page } from "playwright-core";

/** Notes every frame of a page from now on; returns how to end it and get their lengths in ms. */
export async function noteFrames(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const at: number[] = [];
    Object.assign(window, { frames_at: at });
    const next = (now: number) => {
      at.push(now);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  return async () => {
    const at = await page.evaluate(() => (window as unknown as { frames_at: number[] }).frames_at);
    return at.slice(1).map((now, index) => now - (at[index] ?? now));
  };
}
