import type { Page } from "playwright-core";
import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";
import { findViolations } from "./find-violations";

const views = (page: Page) => page.getByRole("navigation", { name: "Saved views" });
const current = (page: Page) => views(page).locator("[aria-current=true]");

async function saveAs(page: Page, name: string): Promise<void> {
  await page.getByText(/^Save (this|as new) view$/).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Save view" }).click();
}

describeInBrowser("saved views", () => {
  test("a view is saved, changed, updated, renamed, deleted and taken back", async ({
    console: product,
    open,
  }) => {
    const runs = `${product.server.url}/runs`;
    const page = await open(`${runs}?status=failed`);
    await page.getByText("Live", { exact: true }).waitFor();

    await saveAs(page, "Failures");
    await current(page).getByText("Failures").waitFor();
    expect(await findViolations(page)).toEqual([]);

    // From elsewhere it leads back, and what is filtered further is told.
    await views(page).getByRole("link", { name: "All runs" }).click();
    await page.waitForURL(runs);
    await views(page).getByRole("link", { name: "Failures" }).click();
    await page.waitForURL(/status=failed&saved=/);
    await page.getByRole("link", { name: "Upscale", exact: true }).click();
    await page.waitForURL(/type=upscale&status=failed&saved=/);
    await views(page).getByRole("link", { name: "Failures changed" }).waitFor();
    await page.getByRole("button", { name: "Update “Failures”" }).click();
    await current(page).getByText("Failures").waitFor();

    await page.locator("summary", { has: page.locator("svg.lucide-ellipsis") }).click();
    await page.getByLabel("Name", { exact: true }).fill("Failed upscales");
    await page.getByRole("button", { name: "Rename" }).click();
    await current(page).getByText("Failed upscales").waitFor();

    await page.locator("summary", { has: page.locator("svg.lucide-ellipsis") }).click();
    await page.getByRole("button", { name: "Delete view" }).click();
    const told = page.getByRole("listitem").filter({ hasText: "“Failed upscales” was deleted" });
    await told.getByRole("button", { name: "Undo" }).click();
    await current(page).getByText("Failed upscales").waitFor();
    const all = await product.client.views.list.query();
    expect(all.filter(({ name }) => /^fail/i.test(name))).toMatchObject([
      { name: "Failed upscales", query: "type=upscale&status=failed" },
    ]);
  });

  test("a taken name is refused with what was typed, until it shall be replaced", async ({
    console: product,
    open,
  }) => {
    const { client, server } = product;
    await client.views.save.mutate({ name: "Long ones", query: "sort=longest" });
    const page = await open(`${server.url}/runs?rating=5`);
    await page.getByText("Live", { exact: true }).waitFor();

    await saveAs(page, "long ONES");
    await page.getByText("There is a view “long ONES” with other filters").waitFor();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("long ONES");
    await page.getByRole("button", { name: "Replace it" }).click();
    await current(page).getByText("long ONES").waitFor();

    const all = await client.views.list.query();
    expect(all.filter(({ name }) => name.toLowerCase() === "long ones")).toMatchObject([
      { query: "rating=5" },
    ]);
    const told = page.getByRole("listitem").filter({ hasText: "“long ONES” was changed" });
    await told.getByRole("button", { name: "Undo" }).click();
    const before = async () =>
      (await client.views.list.query()).some(({ query }) => query === "sort=longest");
    await expect.poll(before).toBe(true);
  });

  test("without scripts views are saved and opened all the same", async ({
    console: product,
    open,
  }) => {
    const page = await open(`${product.server.url}/runs?search=50%25&cursor=`, { scripts: false });

    await saveAs(page, "Half");
    await current(page).getByText("Half").waitFor();
    await views(page).getByRole("link", { name: "All runs" }).click();
    await page.waitForURL(`${product.server.url}/runs`);
    await views(page).getByRole("link", { name: "Half" }).click();
    await page.waitForURL(/saved=/);

    expect(await page.getByRole("searchbox").inputValue()).toBe("50%");
  });
});
