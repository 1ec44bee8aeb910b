import type { Page } from "playwright-core";
import { expect } from "vitest";
import { parseEnv } from "@/env";
import { openDatabase } from "@/server/db/open-database";
import { insertRun } from "../harness/factories";
import { describeInBrowser, test } from "./browser-test";

const hourMs = 3_600_000;

const idsOf = (page: Page) =>
  page.locator("[data-run]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-run")));

describeInBrowser("families over several pages", () => {
  test("relatives from elsewhere join those of the page, which stays as it is", async ({
    console: product,
    open,
  }) => {
    const prompt_id = await product.write("About families", "Kin");
    const env = parseEnv({ COSMOS_DATA_DIR: product.server.dataDir, COSMOS_ROOT: process.cwd() });
    const { db, close } = await openDatabase(env);
    const now = Date.now();
    const insert = (age: number, parent_run_id?: string) =>
      insertRun(db, {
        prompt_id,
        status: "completed",
        created_at: new Date(now - age),
        ...(parent_run_id && {
          model_type: "upscale",
          execution_config: { model: "reference", parent_run_id },
        }),
      });
    const parent = await insert(3 * hourMs);
    const early = await insert(2 * hourMs, parent.id);
    // So many that the family's oldest two stand on the second page.
    for (let index = 0; index < 50; index++) await insert(hourMs + index * 1000);
    const late = await insert(hourMs / 2, parent.id);
    await close();
    const first = await open(`${product.server.url}/runs?search=Kin`);
    await first.getByText("Live", { exact: true }).waitFor();
    const before = await idsOf(first);
    expect(before).toHaveLength(50);

    await first.getByRole("button", { name: "Show the run that this one continues" }).click();
    await first.locator(`[data-run="${parent.id}"][data-guest]`).waitFor();
    expect(await idsOf(first)).toEqual([parent.id, ...before]);
    expect(before[0]).toBe(late.id);
    // The button is gone: who uses a keyboard goes on at the run that came.
    await first.locator(`[data-run="${parent.id}"] a:focus`).waitFor();
    const name = "2 runs continue this one, 1 not on this page";
    await first.getByRole("button", { name }).waitFor();

    await first.getByRole("link", { name: "Older" }).click();
    await first.waitForURL(/cursor=/);
    const fold = first.getByRole("button", { name: /^2 runs continue this one/ });
    await expect.poll(() => fold.getAttribute("aria-label")).toContain("1 not on this page");
    await fold.click();
    await first.locator(`[data-run="${late.id}"][data-guest]`).waitFor();
    const family = [parent.id, early.id, late.id];
    expect((await idsOf(first)).filter((id) => family.includes(id ?? ""))).toEqual(family);
    expect(await fold.getAttribute("aria-expanded")).toBe("true");
    await fold.click();
    await expect.poll(async () => (await idsOf(first)).includes(late.id)).toBe(false);
  });
});
