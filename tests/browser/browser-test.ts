import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { test as base, describe, expect } from "vitest";
import { hydrated } from "./hydrated";
import { chromiumPath, launchChromium } from "./launch-chromium";
import { type Console, startConsole } from "./start-console";
import { type Allowed, watchPage } from "./watch-page";

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const patience = 30_000;

interface Visit {
  theme?: "light" | "dark";
  device?: "desktop" | "phone";
  /** False for a browser that runs no scripts. */
  scripts?: boolean;
  /** Refusals that belong to the test. */
  allowed?: Allowed;
  /** True where failing requests are what the test is about. */
  tolerant?: boolean;
}

interface Fixtures {
  browser: Browser;
  /** The product with scripted operators, one for the tests of a file. */
  console: Console;
  /**
   * Opens a page of its own. When the test ends, a console error, a failed request or a request to
   * another host on any of its pages fails it.
   */
  open: (url: string, visit?: Visit) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  browser: [
    async ({}, use) => {
      const browser = await launchChromium();
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  console: [
    async ({}, use) => {
      const started = await startConsole();
      await use(started);
      await started.remove();
    },
    { scope: "file" },
  ],
  open: async ({ browser }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    const problems: string[][] = [];
    await use(async (url, visit = {}) => {
      const context = await browser.newContext(contextOptions(visit));
      contexts.push(context);
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      const noted = watchPage(page, new URL(url).origin, visit.allowed ?? (() => false));
      if (!visit.tolerant) problems.push(noted);
      await page.goto(url);
      if (visit.scripts !== false) await hydrated(page);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(problems.flat(), "what the browser complained about").toEqual([]);
  },
});

function contextOptions({ theme = "light", device = "desktop", scripts = true }: Visit) {
  const options: BrowserContextOptions = {
    colorScheme: theme,
    viewport: device === "phone" ? phone : desktop,
    javaScriptEnabled: scripts,
    reducedMotion: "reduce",
    hasTouch: device === "phone",
  };
  return options;
}

/** `describe` that skips by name where there is no browser. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (chromiumPath) describe(name, tests);
  else describe.skip(`${name} (skipped: no Chromium was found; CHROME_PATH may name one)`, tests);
}
