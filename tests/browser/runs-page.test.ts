import type { Page } from "playwright-core";
import { expect } from "vitest";
import { parseEnv } from "@/env";
import { openDatabase } from "@/server/db/open-database";
import { insertRun } from "../harness/factories";
import { describeInBrowser, test } from "./browser-test";
import { findViolations } from "./find-violations";
import type { Console } from "./start-console";

const PAGE = 50;

type Overrides = NonNullable<Parameters<typeof insertRun>[1]>;

/** Ended runs of one new prompt, as the product would have them; the first is the oldest. */
async function insertEnded(product: Console, name: string, each: Overrides[]): Promise<string[]> {
  const { server, write } = product;
  const prompt_id = await write(`About ${name}`, name);
  const env = parseEnv({ COSMOS_DATA_DIR: server.dataDir, COSMOS_ROOT: process.cwd() });
  const { db, close } = await openDatabase(env);
  const ids = [];
  const start = Date.now() - 3_600_000;
  for (const [index, overrides] of each.entries()) {
    const created_at = new Date(start + index * 1000);
    ids.push((await insertRun(db, { prompt_id, created_at, ...overrides })).id);
  }
  await close();
  return ids;
}

const idsOf = (page: Page) =>
  page.locator("[data-run]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-run")));
const box = (page: Page, id: string | undefined) => page.getByLabel(`Select run ${id}`);

describeInBrowser("the list of runs", () => {
  test("filters are told, and each can be taken away", async ({ console: product, open }) => {
    const [low, high] = await insertEnded(product, "Rated", [
      { status: "completed", rating: 2 },
      { status: "completed", rating: 5 },
      { status: "failed" },
    ]);
    const page = await open(`${product.server.url}/runs?search=Rated&sort=best_rated`);
    expect((await idsOf(page)).slice(0, 2)).toEqual([high, low]);

    await page.getByText("More", { exact: true }).click();
    await page.getByLabel("Rating").selectOption("4");
    await page.getByLabel("From (UTC)").fill("2026-01-01");
    await page.getByRole("button", { name: "Apply", exact: true }).click();
    await page.waitForURL(/from=2026-01-01.*rating=4/);
    await expect.poll(() => idsOf(page)).toEqual([high]);
    expect(new URL(page.url()).search).not.toContain("upscaled");

    await page.getByRole("link", { name: "Remove the filter Rated 4 or more" }).click();
    await page.waitForURL((url) => !url.searchParams.has("rating"));
    await expect.poll(async () => (await idsOf(page)).length).toBe(3);
    await page.getByRole("link", { name: "Clear filters" }).click();
    await page.waitForURL(`${product.server.url}/runs?sort=best_rated`);
  });

  test("the same runs are shown as pictures", async ({ console: product, open }) => {
    const { id } = await product.submit({}, { name: "Pictured" });
    await product.reached(id, "completed");
    const page = await open(`${product.server.url}/runs?search=Pictured`);

    await page.getByRole("link", { name: "Gallery" }).click();
    await page.waitForURL(/view=gallery/);
    const card = page.locator(`li[data-run="${id}"]`);
    await card.waitFor();

    expect(await card.innerText()).toMatch(/Pictured[\s\S]*Transfer[\s\S]*Completed/);
    expect(await findViolations(page)).toEqual([]);
  });

  test("a family stands together and can be folded", async ({ console: product, open }) => {
    const [parent = ""] = await insertEnded(product, "Family", [{ status: "completed" }]);
    const children = await insertEnded(
      product,
      "Family",
      Array.from({ length: 2 }, () => ({
        model_type: "upscale",
        status: "completed" as const,
        execution_config: { model: "reference", parent_run_id: parent },
      })),
    );
    const page = await open(`${product.server.url}/runs?search=Family`);
    expect(await idsOf(page)).toEqual([parent, ...children]);

    const fold = page.getByRole("button", { name: "2 runs continue this one" });
    await fold.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => idsOf(page)).toEqual([parent]);
    expect(await fold.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await expect.poll(() => idsOf(page)).toEqual([parent, ...children]);
  });
});

describeInBrowser("many runs at once", () => {
  test("ticked ones are rated after a preview", async ({ console: product, open }) => {
    const ids = await insertEnded(product, "Ticked", [
      { status: "completed" },
      { status: "failed" },
      { status: "completed" },
      { status: "completed" },
    ]);
    const page = await open(`${product.server.url}/runs?search=Ticked`);
    const bar = page.getByRole("form", { name: "Selected runs" });
    expect(await bar.isVisible()).toBe(false);

    // With Shift, all in between: the failed one, too.
    await box(page, ids[2]).click();
    await box(page, ids[0]).click({ modifiers: ["Shift"] });
    await bar.getByText("3 selected").waitFor();
    await bar.getByLabel("Stars").selectOption("4");
    await bar.getByRole("button", { name: "Rate" }).click();

    const dialog = page.getByRole("dialog", { name: "Rate 2 runs?" });
    await dialog.getByText("1 run: not completed, so there is nothing to rate").waitFor();
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Rate 2 runs" }).click();
    const outcome = page.getByRole("dialog", { name: "2 runs rated" });
    await outcome.getByRole("link", { name: ids[2] ?? "" }).waitFor();
    await outcome.getByRole("link", { name: "Close" }).click();
    await outcome.waitFor({ state: "detached" });

    const ratings = ids.map(async (id) => (await product.client.runs.get.query({ id })).rating);
    expect(await Promise.all(ratings)).toEqual([4, null, 4, null]);
  });

  test("a filter over several pages is deleted whole, and nothing else", async ({
    console: product,
    open,
  }) => {
    const count = PAGE + 20;
    const failed = Array.from({ length: count }, () => ({ status: "failed" as const }));
    const ids = await insertEnded(product, "Swept", [...failed, { status: "completed" }]);
    const kept = ids.at(-1);
    const foreseen = await product.client.runs.bulk.mutate({
      action: "delete",
      filter: { search: "Swept" },
      dry_run: true,
    });
    expect(foreseen.applies).toEqual({ failed: count, completed: 1 });
    const page = await open(`${product.server.url}/runs?status=failed&search=Swept`);

    await box(page, ids[count - 1]).check();
    await page.getByLabel(`All ${count} runs that match`).check();
    await page.getByRole("button", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog", { name: `Delete ${count} runs?` });
    await dialog.waitFor();
    expect(new URL(page.url()).searchParams.has("run")).toBe(false);
    await dialog.getByRole("button", { name: `Delete ${count} runs` }).click();
    await page.getByRole("dialog", { name: `${count} runs deleted` }).waitFor();

    const { items } = await product.client.runs.list.query({ search: "Swept" });
    expect(items.map((run) => run.id)).toEqual([kept]);
  });

  test("Escape leaves everything as it is", async ({ console: product, open }) => {
    const [id = ""] = await insertEnded(product, "Spared", [{ status: "completed" }]);
    const page = await open(`${product.server.url}/runs?search=Spared`);

    await box(page, id).check();
    await page.getByRole("button", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    expect((await product.client.runs.get.query({ id })).status).toBe("completed");
    expect(await box(page, id).isChecked()).toBe(true);
  });

  test("without scripts the same form previews and acts", async ({ console: product, open }) => {
    const ids = await insertEnded(product, "Plain", [
      { status: "failed" },
      { status: "completed" },
    ]);
    const page = await open(`${product.server.url}/runs?search=Plain`, { scripts: false });

    for (const id of ids) await box(page, id).check();
    await page.getByRole("button", { name: "Retry" }).click();
    await page.getByText("1 run: completed, so there is nothing to retry").waitFor();
    await page.getByRole("button", { name: "Retry 1 run" }).click();
    await page.getByRole("heading", { name: "1 run retried" }).waitFor();

    const { items } = await product.client.runs.list.query({ search: "Plain" });
    expect(items.map((run) => run.execution_config.retry_of_run_id)).toContain(ids[0]);
    expect(items).toHaveLength(3);
  });
});
