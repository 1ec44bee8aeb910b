import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { parseEnv } from "@/env";
import { openDatabase } from "@/server/db/open-database";
import { describeInBrowser, test } from "./browser-test";
import type { Console } from "./start-console";

const ROWS = 10_000;
const PAGE = 50;

/** Completed, failed and cancelled runs of two types, oldest first, behind the product's back. */
async function insertRows({ server, write }: Console): Promise<void> {
  const prompts = [await write("A foggy harbour", "Harbour"), await write("A dune", "Dune")];
  const env = parseEnv({ COSMOS_DATA_DIR: server.dataDir, COSMOS_ROOT: process.cwd() });
  const { sql, close } = await openDatabase(env);
  onTestFinished(close);
  await sql`
    insert into runs (id, model_type, prompt_id, status, execution_config, log_path, error_code,
      error_message, created_at, started_at, completed_at, engine, slot, attempt)
    select 'row' || lpad(n::text, 9, '0'), (array['enhance', 'transfer'])[n % 2 + 1],
      (${prompts}::text[])[n % 10 / 8 + 1],
      (array['completed', 'failed', 'cancelled'])[n % 3 + 1],
      jsonb_build_object('model', 'reference', 'prompt_text', 'one of many'),
      'runs/row' || n || '/run.log', case n % 3 when 1 then 'crashed' end,
      case n % 3 when 1 then 'It crashed.' end, t, t, t + interval '90 seconds',
      'local', 'cpu-0', 1
    from generate_series(1, ${ROWS}) n,
      lateral (select now() - interval '1 day' + n * interval '1 second' as t) times`;
}

function readRows(page: Page): Promise<{ id: string; status: string; text: string }[]> {
  return page.locator("tr[data-run]").evaluateAll((rows) =>
    rows.map((row) => ({
      id: row.getAttribute("data-run") ?? "",
      status: row.getAttribute("data-status") ?? "",
      text: row.textContent ?? "",
    })),
  );
}

describeInBrowser("lists", () => {
  test(`${ROWS} runs: paging, filters and search`, async ({ console: product, open }) => {
    const { url } = product.server;
    await insertRows(product);
    const page = await open(`${url}/runs`);

    const startedAt = performance.now();
    await page.goto(`${url}/runs`, { waitUntil: "domcontentloaded" });
    const rows = await readRows(page);
    const ms = Math.round(performance.now() - startedAt);
    process.stdout.write(`browser test: /runs over ${ROWS} rows complete after ${ms} ms\n`);
    expect(rows).toHaveLength(PAGE);
    expect(ms).toBeLessThan(10_000);

    // Paging: nothing twice, nothing left out, and back to the newest.
    const seen = rows.map(({ id }) => id);
    for (let pages = 1; pages < 4; pages++) {
      const last = seen.at(-1) ?? "";
      await page.getByRole("link", { name: "Older" }).click();
      await page.locator(`tr[data-run="${last}"]`).waitFor({ state: "detached" });
      seen.push(...(await readRows(page)).map(({ id }) => id));
    }
    const newest = Array.from({ length: 4 * PAGE }, (_, index) => rowId(ROWS - index));
    expect(seen).toEqual(newest);
    await page.getByRole("link", { name: "Newest" }).click();
    await page.locator(`tr[data-run="${rowId(ROWS)}"]`).waitFor();

    // Filters: repeatable, in the address, kept by reload.
    await page.getByRole("link", { name: "Enhance", exact: true }).click();
    await page.waitForURL(`${url}/runs?type=enhance`);
    await page.getByRole("link", { name: "Failed", exact: true }).click();
    await page.waitForURL(`${url}/runs?type=enhance&status=failed`);
    await page.getByRole("link", { name: "Cancelled", exact: true }).click();
    await page.waitForURL(`${url}/runs?type=enhance&status=failed&status=cancelled`);
    await page.reload();
    const filtered = await readRows(page);
    expect(filtered).toHaveLength(PAGE);
    expect(new Set(filtered.map(({ status }) => status))).toEqual(new Set(["failed", "cancelled"]));
    expect(filtered.every(({ id }) => Number(id.slice(3)) % 2 === 0)).toBe(true);

    // Search keeps the filters; so does paging.
    await page.getByRole("searchbox").fill("dune");
    await page.getByRole("button", { name: "Apply search" }).click();
    await page.waitForURL(/type=enhance&status=failed&status=cancelled.*search=dune/);
    await expect.poll(async () => (await readRows(page))[0]?.text ?? "").toContain("Dune");
    expect((await readRows(page)).every(({ text }) => text.includes("Dune"))).toBe(true);
    await page.getByRole("link", { name: "Clear filters" }).click();
    await page.waitForURL(`${url}/runs`);
    await page.getByRole("searchbox").fill(rowId(77));
    await page.keyboard.press("Enter");
    await page.waitForURL(/search=row/);
    await expect.poll(async () => (await readRows(page)).map(({ id }) => id)).toEqual([rowId(77)]);
  });

  test("the activity page filters by its address too", async ({ console: product, open }) => {
    const { server, submit, reached } = product;
    const good = await submit({}, { name: "A good one" });
    const bad = await submit({ exit: 3 }, { name: "A bad one" });
    await reached(good.id, "completed");
    await reached(bad.id, "failed");

    const page = await open(`${server.url}/?type=transfer&type=upscale&status=failed`);

    await page.locator(`[data-run="${bad.id}"]`).waitFor();
    expect(await page.locator(`[data-run="${good.id}"]`).count()).toBe(0);
    const chosen = page.locator("search a[aria-current]");
    expect(await chosen.allInnerTexts()).toEqual(["Transfer", "Upscale", "Failed"]);
    await page.getByRole("link", { name: "Failed", exact: true }).click();
    await page.waitForURL(`${server.url}/?type=transfer&type=upscale`);
    await page.locator(`[data-run="${good.id}"]`).waitFor();
  });
});

const rowId = (number: number) => `row${String(number).padStart(9, "0")}`;
