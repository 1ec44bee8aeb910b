import type { Page } from "playwright-core";
import { expect } from "vitest";
import { parseEnv } from "@/env";
import { openDatabase } from "@/server/db/open-database";
import { insertPrompt, insertRun } from "../harness/factories";
import { describeInBrowser, test } from "./browser-test";
import { findViolations } from "./find-violations";
import { hydrated } from "./hydrated";
import type { Console } from "./start-console";

const PAGE = 50;

type NewPrompt = NonNullable<Parameters<typeof insertPrompt>[1]>;

/** Prompts on the input `city`, the first the oldest, each with a run that was rated so. */
async function insertPrompts(product: Console, each: (NewPrompt & { rating?: number })[]) {
  const { dataDir } = product.server;
  const { db, close } = await openDatabase(
    parseEnv({ COSMOS_DATA_DIR: dataDir, COSMOS_ROOT: process.cwd() }),
  );
  const start = Date.now() - 3_600_000;
  const ids: string[] = [];
  for (const [index, { rating, ...values }] of each.entries()) {
    const created_at = new Date(start + index * 1000);
    const { id } = await insertPrompt(db, { created_at, ...values });
    if (rating) await insertRun(db, { prompt_id: id, status: "completed", rating });
    ids.push(id);
  }
  await close();
  return ids;
}

const listed = (page: Page) =>
  page
    .locator("[data-prompt]")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-prompt")));
const tree = (page: Page) =>
  page
    .locator("[data-version]")
    .evaluateAll((rows) =>
      rows.map((row) => [row.getAttribute("data-version"), row.getAttribute("data-depth")]),
    );

describeInBrowser("the library of prompts", () => {
  test("filters are told, combined and taken away one by one", async ({
    console: product,
    open,
  }) => {
    const { url } = product.server;
    const [low, high, unrated] = await insertPrompts(product, [
      { name: "Harbour one", rating: 2 },
      { name: "Harbour two", rating: 5 },
      { name: "Harbour three" },
    ]);
    const page = await open(`${url}/prompts?search=Harbour&sort=best_rated`);
    expect(await listed(page)).toEqual([high, low, unrated]);
    await page
      .locator(`[data-prompt="${high}"]`)
      .getByLabel(/Rated 5.0 of 5/)
      .waitFor();

    await page.getByRole("link", { name: "With results" }).click();
    await page.waitForURL(/completed=yes/);
    await expect.poll(() => listed(page)).toEqual([high, low]);
    await hydrated(page);
    await page.getByText("More", { exact: true }).click();
    await page.getByLabel("Average rating").selectOption("4");
    await page.getByRole("button", { name: "Apply", exact: true }).click();
    await page.waitForURL(/rating=4/);
    await expect.poll(() => listed(page)).toEqual([high]);
    await page.getByText("1 prompt matches").waitFor();
    expect(await findViolations(page)).toEqual([]);

    await page.getByRole("link", { name: /Remove the filter Rated 4 or more/ }).click();
    await page.waitForURL((address) => !address.searchParams.has("rating"));
    await expect.poll(() => listed(page)).toEqual([high, low]);
    await page.getByRole("link", { name: "Clear filters" }).click();
    await page.waitForURL(`${url}/prompts?sort=best_rated`);
  });

  test("what is searched is meant literally, and nothing found is said", async ({
    console: product,
    open,
  }) => {
    const [percent, underscore] = await insertPrompts(product, [
      { prompt_text: "Fog, 50% of it" },
      { prompt_text: "A wall_x in fog" },
      { prompt_text: "Fog, 500 walls x" },
    ]);
    const page = await open(`${product.server.url}/prompts?search=50%25`);

    expect(await listed(page)).toEqual([percent]);
    await page.getByRole("searchbox").fill("wall_x");
    await page.keyboard.press("Enter");
    await expect.poll(() => listed(page)).toEqual([underscore]);
    await hydrated(page);
    await page.getByRole("searchbox").fill("no such words");
    await page.keyboard.press("Enter");
    await page.getByText("No prompt matches these filters").waitFor();
  });

  test("without scripts every page is reached, and each prompt once", async ({
    console: product,
    open,
  }) => {
    const count = PAGE + 5;
    const ids = await insertPrompts(
      product,
      Array.from({ length: count }, (_, index) => ({ name: `Paged ${index}` })),
    );
    const page = await open(`${product.server.url}/prompts?search=Paged`, { scripts: false });
    const first = await listed(page);

    await page.getByRole("link", { name: "Older" }).click();
    await page.getByRole("link", { name: "Newest" }).waitFor();

    expect(first).toHaveLength(PAGE);
    expect([...first, ...(await listed(page))]).toEqual(ids.toReversed());
  });
});

describeInBrowser("versions of a prompt", () => {
  test("stand as a tree, and any two are compared word by word", async ({
    console: product,
    open,
  }) => {
    const { client, server } = product;
    const root = await product.write("A street in rain.", "Street");
    const version = async (parent_prompt_id: string, prompt_text: string) =>
      (await client.prompts.create.mutate({ parent_prompt_id, prompt_text, name: prompt_text })).id;
    const child = await version(root, "A quiet street in rain.");
    const deep = await version(child, "A quiet street in snow.");
    const page = await open(`${server.url}/prompts/${deep}`);

    expect(await tree(page)).toEqual([
      [root, "0"],
      [child, "1"],
      [deep, "2"],
    ]);
    expect(
      await page.locator("[data-version][aria-current=page]").getAttribute("data-version"),
    ).toBe(deep);
    expect(await page.locator("del").allInnerTexts()).toEqual(["rain"]);
    expect(await page.locator("ins").allInnerTexts()).toEqual(["snow"]);
    expect(await findViolations(page)).toEqual([]);

    await page.getByRole("link", { name: "Compare this version with Street" }).click();
    await page.waitForURL(/compare=/);
    await page.getByText("2 words added, 1 word removed").waitFor();
    expect((await page.locator("ins").allInnerTexts()).map((text) => text.trim())).toEqual([
      "quiet",
      "snow",
    ]);
    await page.getByRole("link", { name: "Side by side" }).click();
    await page.waitForURL(/diff=split/);
    await page.getByText("This version").first().waitFor();
    const before = page.locator("dd").filter({ has: page.locator("del") });
    await expect.poll(() => before.innerText()).toBe("A street in rain.");
    expect(await findViolations(page)).toEqual([]);
  });

  test("what was typed stays while something else of the page is chosen", async ({
    console: { server, client, write },
    open,
  }) => {
    const id = await write("A pier in fog.", "Pier");
    const made = { parent_prompt_id: id, prompt_text: "A pier in sun.", name: "Sunny pier" };
    await client.prompts.create.mutate(made);
    const page = await open(`${server.url}/prompts/${id}?edit=version`);
    const text = page.getByLabel("Text", { exact: true });
    await text.fill("A pier at night.");

    await page.getByRole("link", { name: "Compare this version with Sunny pier" }).click();
    await page.getByRole("link", { name: "Side by side" }).click();
    await page.waitForURL(/diff=split/);
    await page.getByRole("link", { name: "Upscale", exact: true }).click();
    await page.waitForURL(/start=upscale/);
    await page.getByRole("button", { name: "Compare", exact: true }).click();

    await page.waitForURL(/\?edit=version&start=upscale&diff=split&compare=\w+$/);
    expect(await text.inputValue()).toBe("A pier at night.");
  });

  test("a prompt is edited as a new version, without scripts too", async ({
    console: product,
    open,
  }) => {
    const id = await product.write("A dune at noon.", "Dune");
    const page = await open(`${product.server.url}/prompts/${id}`, { scripts: false });

    await page.getByRole("link", { name: "Edit as new version" }).click();
    const text = page.getByLabel("Text", { exact: true });
    expect(await text.inputValue()).toBe("A dune at noon.");
    await text.fill("A dune at night.");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(id));

    expect(await page.locator("del").allInnerTexts()).toEqual(["noon"]);
    const made = await product.client.prompts.get.query({
      id: new URL(page.url()).pathname.split("/").at(-1) ?? "",
    });
    expect(made).toMatchObject({ parent_prompt_id: id, name: "Dune", input_name: "city" });
    expect((await product.client.prompts.get.query({ id })).prompt_text).toBe("A dune at noon.");
  });
});

describeInBrowser("replacing the text of a prompt", () => {
  test("what would be lost is told before, and the text is kept after", async ({
    console: product,
    open,
  }) => {
    const { client, server, submit, reached } = product;
    const text = '{"lines":2}';
    const transfer = await submit({ lines: 2 }, { name: "Replaced" });
    await reached(transfer.id, "completed");
    const { prompt_id } = transfer;
    const page = await open(`${server.url}/prompts/${prompt_id}?start=enhance`);
    const notice = page.locator("#overwrite");
    expect(await notice.isVisible()).toBe(false);

    await page.getByLabel("Save as a new prompt").uncheck();
    await notice.getByText("Nothing is changed before the GPU work has succeeded.").waitFor();
    await notice.getByText("1 run was made from this prompt.").waitFor();
    await page.locator("#start").getByRole("button", { name: "Enhance prompt" }).click();
    await page.waitForURL(/\/runs\/[a-z0-9]{12}$/);
    const run = page.url().split("/").at(-1) ?? "";
    await reached(run, "completed");

    expect((await client.prompts.get.query({ id: prompt_id })).prompt_text).toBe(
      `${text} enhanced`,
    );
    expect((await client.runs.get.query({ id: transfer.id })).status).toBe("completed");
    await page.goto(`${server.url}/prompts/${prompt_id}`);
    await page
      .getByText(`Its own text before run ${run.slice(0, 8)}`)
      .first()
      .waitFor({
        state: "attached",
      });
    expect((await page.locator("ins").allInnerTexts()).join("").trim()).toBe("enhanced");
  });

  test("a version that a run makes appears without a reload", async ({
    console: product,
    open,
  }) => {
    const { client, server, write } = product;
    const prompt_id = await write({ lines: 2 }, "Watched");
    const page = await open(`${server.url}/prompts/${prompt_id}`);
    await page.locator('[data-connection="live"]').waitFor();

    const { id } = await client.runs.create.mutate({ model_type: "enhance", prompt_id });
    const made = await product.reached(id, "completed");

    const version = String(made.outputs.enhanced_prompt_id);
    await page.locator(`[data-version="${version}"]`).waitFor();
    expect(await tree(page)).toEqual([
      [prompt_id, "0"],
      [version, "1"],
    ]);
  });
});
