import type { Page } from "playwright-core";
import { expect } from "vitest";
import { modelTypes } from "@/domain/operations/registry";
import { runStatuses } from "@/domain/run-status";
import { describeInBrowser, test } from "./browser-test";
import { findViolations } from "./find-violations";
import { seedEveryKind } from "./seed-every-kind";

const allowed = (status: number, path: string) => status === 404 && path === "/runs/nothinghere00";
const looks = (["desktop", "phone"] as const).flatMap((device) =>
  (["light", "dark"] as const).map((theme) => ({ device, theme })),
);

/** Elements wider than the page, which make it scroll sideways. */
function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}`.slice(0, 120));
  });
}

describeInBrowser("accessibility", () => {
  test.for(looks)(
    "no page breaks a rule of axe-core ($device, $theme)",
    // Some fifty pages.
    { timeout: 600_000 },
    async (look, { console: product, open }) => {
      const paths = await seedEveryKind(product);
      const page = await open(product.server.url, { ...look, allowed });
      const found: string[] = [];
      for (const path of paths) {
        await page.goto(product.server.url + path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        for (const violation of await findViolations(page)) found.push(`${path} ${violation}`);
        if (look.device === "phone") {
          for (const wide of await findOverflow(page)) found.push(`${path} is too wide: ${wide}`);
        }
      }
      expect(paths.length).toBeGreaterThan(modelTypes.length * runStatuses.length);
      expect(found).toEqual([]);
    },
  );
});
