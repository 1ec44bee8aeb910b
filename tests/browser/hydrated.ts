import type { Page } from "playwright-core";

/**
 * Waits until every control of a page does what its scripts make of it: before, what is done may be
 * lost. Hidden fields are left out: those that carry a form without scripts are never taken over.
 */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [
      ...document.querySelectorAll(
        "main :is(a, button, input:not([type=hidden]), select, textarea)",
      ),
    ].every((control) =>
      // React marks each element that it has taken over.
      Object.keys(control).some((key) => key.startsWith("__reactProps")),
    ),
  );
}
