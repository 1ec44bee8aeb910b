import type { Page } from "playwright-core";

/** What was seen first when, in milliseconds since 1970: `<run> <status>` → time. */
export type Seen = Record<string, number>;

/** Notes from now on when each run is first seen with each status on a page; returns how to read it. */
export async function noteSeen(page: Page): Promise<() => Promise<Seen>> {
  await page.evaluate(() => {
    const seen: Seen = {};
    Object.assign(window, { seen });
    const look = () => {
      for (const row of document.querySelectorAll<HTMLElement>("[data-run]")) {
        seen[`${row.dataset.run} ${row.dataset.status}`] ??= Date.now();
      }
    };
    look();
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ["data-status", "data-run"],
    });
  });
  return () => page.evaluate(() => (window as unknown as { seen: Seen }).seen);
}
