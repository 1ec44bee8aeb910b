import type { Page } from "playwright-core";
import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";

const runsOf = (page: Page) =>
  page.locator("[data-run]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-run")));

describeInBrowser("without JavaScript", () => {
  test("the activity page reads and filters", async ({ console: product, open }) => {
    const { server, submit, reached } = product;
    const good = await submit({}, { name: "A good one" });
    const bad = await submit({ exit: 3 }, { name: "A bad one" });
    await reached(good.id, "completed");
    await reached(bad.id, "failed");
    const page = await open(server.url, { scripts: false });

    const freshness = page.locator("[data-connection] noscript span");
    expect(await freshness.innerText()).toBe("As of this page load");
    expect(new Set(await runsOf(page))).toEqual(new Set([good.id, bad.id]));
    await page.getByRole("link", { name: "Failed", exact: true }).click();
    await page.waitForURL(`${server.url}/?status=failed`);
    expect(await runsOf(page)).toEqual([bad.id]);
    await page.getByRole("link", { name: "Upscale", exact: true }).click();
    expect(await runsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "Clear filters" }).click();
    await page.getByRole("searchbox").fill("good");
    await page.getByRole("button", { name: "Apply search" }).click();
    expect(await runsOf(page)).toEqual([good.id]);
  });

  test("a run is started, upscaled by one click and deleted", async ({
    console: product,
    open,
  }) => {
    const { server, client, write, reached } = product;
    const prompt_id = await write({}, "By hand");
    const page = await open(`${server.url}/prompts/${prompt_id}`, { scripts: false });

    await page.locator("#start").getByRole("button", { name: "Transfer" }).click();
    await page.waitForURL(/\/runs\/[a-z0-9]{12}$/);
    const id = page.url().split("/").at(-1) ?? "";
    await reached(id, "completed");
    await page.goto(page.url());
    expect(await page.locator("video").first().getAttribute("src")).toContain(id);
    await page.getByRole("link", { name: "Read the whole log as text" }).waitFor();

    await page.getByRole("button", { name: `Upscale run ${id}` }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(id));
    const child = page.url().split("/").at(-1) ?? "";
    expect((await client.runs.get.query({ id: child })).parent_run_id).toBe(id);
    await reached(child, "completed");

    await page.goto(`${server.url}/runs/${child}`);
    await page.getByRole("link", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete run" }).click();
    await page.waitForURL(`${server.url}/runs`);
    await expect(client.runs.get.query({ id: child })).rejects.toThrow("no run");
  });

  test("the one click works from the list, too", async ({ console: product, open }) => {
    const { server, client, submit, reached } = product;
    const { id } = await submit({}, { name: "Upscaled from the list" });
    await reached(id, "completed");
    const page = await open(`${server.url}/runs`, { scripts: false });

    await page.getByRole("button", { name: `Upscale run ${id}` }).click();
    await page.waitForURL(/\/runs\/[a-z0-9]{12}$/);

    const child = await client.runs.get.query({ id: page.url().split("/").at(-1) ?? "" });
    expect(child).toMatchObject({ model_type: "upscale", parent_run_id: id });
  });
});
