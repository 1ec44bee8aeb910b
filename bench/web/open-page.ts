import type { BrowserContext, Page } from "playwright-core";

/** Opens a page of the console in a tab of its own and waits until it is live. */
export async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator("[data-connection=live]").first().waitFor({ timeout: 60_000 });
  return page;
}
